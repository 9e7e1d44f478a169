"""Whoever reads a procedure learns without a login whether they may use it, why not, and what to do."""

import logging
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from procedure_pages.models import ProcedurePage
from procedure_pages.problem_list import problem_context
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import ProcedurePageFactory

from .questions import CHECK

pytestmark = pytest.mark.django_db
URL = "/procedures/money/check/"
MORE = {"check_may": "写真をご用意ください。", "check_ask": "許可証をお手元に。"}


@pytest.fixture
def page() -> ProcedurePage:
    department = DepartmentFactory(phone="06-0000-9999")
    return ProcedurePageFactory(slug="money", department=department, eligibility_check=CHECK, **MORE)


def chosen(page: ProcedurePage, *places: int) -> dict[str, str]:
    """The answers at `places`, by question."""
    return {
        str(child.id): child.value["choices"].bound_blocks[place].id
        for child, place in zip(page.eligibility_check, places, strict=False)
    }


def test_the_guidance_leads_to_the_check(client: Client, page: ProcedurePage) -> None:
    assert f'href="{URL}"' in client.get("/procedures/money/").content.decode()
    ProcedurePageFactory(slug="plain")
    assert "/check/" not in client.get("/procedures/plain/").content.decode()
    assert client.get("/procedures/plain/check/").status_code == 404


def test_questions_come_one_after_the_other(client: Client, page: ProcedurePage) -> None:
    html = client.get(URL).content.decode()
    assert ("店舗は県内" in html, "許可を受けて" in html) == (True, False)
    html = client.post(URL, chosen(page, 0)).content.decode()
    assert ("許可を受けて" in html, "field__error" in html, html.count(" checked")) == (True, False, 1)


def test_who_may_is_led_to_the_start(client: Client, page: ProcedurePage) -> None:
    html = client.post(URL, chosen(page, 0, 0)).content.decode()
    assert re.search(r"<title>この手続をご利用いただけます", html)
    assert 'href="/procedures/money/start/"' in html and "写真をご用意ください。" in html


def test_who_may_is_told_when_the_procedure_is_closed(client: Client, page: ProcedurePage) -> None:
    page.closes_at = timezone.now() - timedelta(minutes=1)
    page.save()
    html = client.post(URL, chosen(page, 0, 0)).content.decode()
    assert "受付終了" in html and "/start/" not in html


def test_who_may_not_is_told_why_and_what_to_do(client: Client, page: ProcedurePage) -> None:
    html = client.post(URL, chosen(page, 1)).content.decode()
    assert "この手続はご利用いただけません" in html and "県内の店舗が対象です。" in html
    assert '<a href="https://example.jp/"' in html
    assert "/start/" not in html


def test_who_should_ask_is_shown_whom(client: Client, page: ProcedurePage) -> None:
    html = client.post(URL, chosen(page, 0, 1)).content.decode()
    for words in ("担当の窓口にお問い合わせください", "許可の種類を", "許可証をお手元に。", "06-0000-9999"):
        assert words in html


def test_a_question_left_open_is_a_mistake_only_once_it_was_shown(client: Client, page: ProcedurePage) -> None:
    first, second = (str(child.id) for child in page.eligibility_check)
    assert "field__error" in client.post(URL, {"shown": first}).content.decode()
    html = client.post(URL, {**chosen(page, 0), "shown": second}).content.decode()
    assert html.count("field__error") == 1 and "答えを選んでください。" in html


def test_answers_are_neither_stored_nor_logged_nor_kept(
    client: Client, page: ProcedurePage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = client.post(URL, chosen(page, 1))
    assert not [answer for answer in chosen(page, 1).values() if answer in caplog.text]
    assert (Session.objects.count(), hasattr(response, "visitor_cache_seconds")) == (0, False)
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert set(response.cookies) == {"csrftoken"}


def test_a_fault_is_listed_under_the_words_of_its_question(page: ProcedurePage) -> None:
    page.eligibility_check[0].value["choices"][1]["reason"] = ""
    row = problem_context(page)["rows"][0]
    assert (row.where, row.problem.place.setting) == ("店舗は県内にありますか。", "choices")


def test_a_copy_of_the_page_has_a_check_of_its_own(client: Client, page: ProcedurePage) -> None:
    copy = page.copy(update_attrs={"slug": "copy", "title": "写し"})
    copy.eligibility_check[0].value["question"] = "市内ですか。"
    copy.save_revision().publish()
    assert "市内ですか。" in client.get("/procedures/copy/check/").content.decode()
    assert "店舗は県内にありますか。" in client.get(URL).content.decode()
