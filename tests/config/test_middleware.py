import gzip
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config.middleware import ChosenLanguageMiddleware, VisitorCacheMiddleware
from tests.factories.accounts import UserFactory
from tests.factories.pages import HomePageFactory

Page = Callable[[HttpRequest], HttpResponse]


def language_of(request: HttpRequest) -> str:
    response = ChosenLanguageMiddleware(lambda request: HttpResponse(request.LANGUAGE_CODE))(request)
    assert response.headers["Content-Language"] == response.content.decode()
    return response.content.decode()


def test_language_is_japanese_whatever_the_browser_prefers(rf: RequestFactory) -> None:
    assert language_of(rf.get("/", headers={"accept-language": "en-US,en;q=0.9"})) == "ja"


@pytest.mark.parametrize(("cookie", "language"), [("en", "en"), ("ja", "ja"), ("xx", "ja"), ("../../etc", "ja")])
def test_language_follows_the_visitors_choice_if_there_is_such_a_language(
    rf: RequestFactory, cookie: str, language: str
) -> None:
    rf.cookies["django_language"] = cookie
    assert language_of(rf.get("/")) == language


@pytest.mark.parametrize(
    ("target", "goes_to"), [("/terms/?a=1", "/terms/?a=1"), ("https://evil.example/", "/"), ("//evil.example", "/")]
)
def test_choose_language_goes_back_within_the_site(client: Client, target: str, goes_to: str) -> None:
    response = client.get("/language/", {"language": "en", "next": target})
    assert (response.headers["Location"], response.cookies["django_language"].value) == (goes_to, "en")


@pytest.mark.django_db
def test_what_somebody_with_a_session_saw_is_not_kept_by_the_browser(client: Client) -> None:
    client.force_login(UserFactory())
    kept = {path: client.get(path).headers["Cache-Control"] for path in ("/accounts/email/", "/apply/postal-code/")}
    assert kept == {"/accounts/email/": "private, no-store", "/apply/postal-code/": "max-age=86400, public"}


@pytest.fixture
def portal(settings: Any) -> VisitorCacheMiddleware:
    """Behind it every answer has a new number and may be kept."""
    settings.VISITOR_CACHE_SECONDS = 10
    numbers = count(1)

    def answer(request: HttpRequest) -> HttpResponse:
        response = HttpResponse(str(next(numbers)), status=404 if request.path == "/missing/" else 200)
        response.visitor_cache_seconds = 10  # type: ignore[attr-defined]
        if request.path == "/with-cookie/":
            response.set_cookie("csrftoken", "secret")
        return response

    return VisitorCacheMiddleware(answer)


def answers(portal: VisitorCacheMiddleware, *requests: HttpRequest) -> list[str]:
    return [portal(request).content.decode() for request in requests]


def test_visitors_share_a_page(portal: VisitorCacheMiddleware, rf: RequestFactory) -> None:
    assert answers(portal, rf.get("/a/"), rf.get("/a/")) == ["1", "1"]


def test_pages_are_kept_apart_by_address_host_and_language(portal: VisitorCacheMiddleware, rf: RequestFactory) -> None:
    others = [rf.get("/a/?page=2"), rf.get("/b/"), rf.get("/a/", headers={"host": "localhost"})]
    rf.cookies["django_language"] = "en"
    assert answers(portal, *others, rf.get("/a/")) == ["1", "2", "3", "4"]


def test_nobody_with_a_session_gets_a_kept_page(portal: VisitorCacheMiddleware, rf: RequestFactory) -> None:
    portal(rf.get("/a/"))
    rf.cookies["sessionid"] = "mine"
    assert answers(portal, rf.get("/a/"), rf.get("/a/")) == ["2", "3"]


@pytest.mark.parametrize("path", ["/with-cookie/", "/missing/"])
def test_page_with_a_cookie_or_an_error_is_not_kept(
    portal: VisitorCacheMiddleware, rf: RequestFactory, path: str
) -> None:
    assert answers(portal, rf.get(path), rf.get(path)) == ["1", "2"]


def test_posts_always_reach_the_site(portal: VisitorCacheMiddleware, rf: RequestFactory) -> None:
    assert answers(portal, rf.get("/a/"), rf.post("/a/")) == ["1", "2"]


def test_page_is_not_kept_longer_than_the_setting_says(
    portal: VisitorCacheMiddleware, rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr("config.middleware.time.monotonic", lambda: clock[0])
    first = answers(portal, rf.get("/a/"))
    clock[0] = 110.1
    assert first + answers(portal, rf.get("/a/")) == ["1", "2"]


@pytest.mark.django_db
def test_pages_are_compressed_for_those_who_can_read_it(client: Client) -> None:
    HomePageFactory()
    answers = [client.get("/", headers={"accept-encoding": accepted}) for accepted in ("gzip", "identity", "gzip")]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == ["gzip", None, "gzip"]
    assert gzip.decompress(answers[0].content) == gzip.decompress(answers[2].content)
    assert len(answers[0].content) < len(answers[1].content) / 3
