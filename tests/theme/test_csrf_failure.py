from collections.abc import Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory

from theme.views import csrf_failure

pytestmark = pytest.mark.django_db  # the frame of a page asks whose site it is

TYPED = {"name": '山田"><b>太郎', "shops": ["A", "B"], "csrfmiddlewaretoken": "old"}
STEP = "/apply/abc/1/"


def answer(path: str = STEP, data: Mapping[str, object] = TYPED, headers: dict[str, str] | None = None) -> HttpResponse:
    return csrf_failure(RequestFactory().post(path, data, headers=headers))


def test_step_offers_what_was_typed_once_more() -> None:
    page = answer().content.decode()
    assert 'name="name" value="山田&quot;&gt;&lt;b&gt;太郎"' in page
    assert page.count('name="shops"') == 2
    assert f'<form action="{STEP}" method="post">' in page


def test_step_brings_a_fresh_token_and_not_the_old_one() -> None:
    page = answer().content.decode()
    assert page.count("csrfmiddlewaretoken") == 1
    assert 'value="old"' not in page


def test_files_are_left_out() -> None:
    page = answer(data={"photo": SimpleUploadedFile("a.png", b"x"), "name": "n"}).content.decode()
    assert 'name="photo"' not in page


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Referer": "https://e.example/"}],
)
def test_form_of_another_site_is_not_offered_again(headers: dict[str, str]) -> None:
    assert "csrfmiddlewaretoken" not in answer(headers=headers).content.decode()


def test_other_pages_only_explain() -> None:
    page = answer("/accounts/login/", {"password": "secret"})
    assert page.status_code == 403
    assert "secret" not in page.content.decode()


def test_django_answers_with_this_page() -> None:
    response = Client(enforce_csrf_checks=True).post(STEP, {"name": "kept"})
    assert response.status_code == 403
    assert 'name="name" value="kept"' in response.content.decode()
