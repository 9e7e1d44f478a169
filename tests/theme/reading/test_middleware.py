"""Readers choose furigana or easy Japanese once, by a link; nobody else pays for it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from procedure_pages.models import ProcedurePage
from tests.factories.accounts import StaffFactory
from tests.factories.pages import InformationPageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
EASY = "<p>だれでもできます。</p>"
RUBY = "<ruby>手続<rp>（</rp><rt>てつづき</rt><rp>）</rp></ruby>"


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(
        slug="dig",
        title="埋蔵文化財の届出",
        guidance=[("heading", "くわしい案内"), ("text", "本文です。")],
        easy_guidance=EASY,
        readings="埋蔵文化財 まいぞうぶんかざい",
    )


def read(client: Client, mode: str, address: str = "/procedures/dig/") -> str:
    client.cookies["reading"] = mode
    return client.get(address).content.decode()


def test_who_chose_nothing_gets_the_page_as_it_is(client: Client, page: ProcedurePage) -> None:
    html = client.get("/procedures/dig/").content.decode()
    assert ("<ruby>" in html, "くわしい案内" in html, "だれでもできます" in html) == (False, True, False)
    assert 'href="/theme/reading/?mode=easy&amp;next=/procedures/dig/"' in html


def test_furigana_stand_in_the_chrome_and_in_the_words_of_the_author(client: Client, page: ProcedurePage) -> None:
    html = read(client, "furigana")
    assert f"{RUBY}を" in html and "<rt>まいぞうぶんかざい</rt>" in html and "くわしい" in html
    assert "<title>埋蔵文化財の届出" in html and 'lang="ja"' in html


def test_easy_japanese_takes_the_place_of_the_guidance_and_the_chrome(client: Client, page: ProcedurePage) -> None:
    html = read(client, "easy")
    assert ("だれでもできます" in html, "くわしい案内" in html) == (True, False)
    assert '<html lang="ja-x-easy">' in html and "を はじめる" in html and "（役所に" not in html
    assert 'href="/procedures/dig/start/"' in html and 'lang="en" hreflang="en"' in html


def test_a_page_without_easy_japanese_says_so_and_is_shown(client: Client, page: ProcedurePage) -> None:
    InformationPageFactory(slug="plain", title="案内", body=[("text", "ふつうの本文")])
    html = read(client, "easy", "/plain/")
    assert "やさしい" in html and "まだ ありません。" in html and "ふつうの" in html


def test_the_choice_is_kept_in_a_cookie_and_taken_back(client: Client, page: ProcedurePage) -> None:
    response = client.get("/theme/reading/", {"mode": "easy", "next": "/procedures/dig/"})
    assert (response["Location"], response.cookies["reading"].value) == ("/procedures/dig/", "easy")
    client.get("/theme/reading/", {"mode": ""}, headers={"referer": "http://testserver/procedures/"})
    assert client.cookies["reading"].value == ""
    assert client.get("/theme/reading/", {"mode": "easy", "next": "https://evil.example/"})["Location"] == "/"
    assert "ふりがなを付ける" in read(client, "nonsense", "/theme/reading/")


def test_the_kept_pages_of_readers_are_not_mixed(client: Client, page: ProcedurePage, settings: object) -> None:
    settings.VISITOR_CACHE_SECONDS = 10  # type: ignore[attr-defined]
    plain, easy = read(Client(), ""), read(Client(), "easy")
    assert ("<ruby>" in plain, "<ruby>" in easy) == (False, True)
    assert "<ruby>" not in read(Client(), "nonsense")


def test_it_costs_no_query(client: Client, page: ProcedurePage) -> None:
    counts = []
    for mode in ("", "", "furigana", "easy"):
        with CaptureQueriesContext(connection) as queries:
            read(client, mode)
        counts.append(len(queries))
    assert counts[1] == counts[2] == counts[3]


def test_english_and_the_desk_stay_as_they_are(client: Client, page: ProcedurePage) -> None:
    client.force_login(StaffFactory(superuser=True))
    assert "<ruby>" not in read(client, "easy", "/admin/")
    client.cookies["django_language"] = "en"
    assert "<ruby>" not in read(client, "easy")
