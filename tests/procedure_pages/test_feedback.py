import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import Page

from accounts.roles import AUTHORS
from procedure_pages.demo.help_pages import feedback_page
from procedure_pages.demo.pages import create_page
from procedure_pages.models import ProcedurePage
from procedure_pages.staff import create_editorial_groups
from tests.factories.accounts import StaffFactory
from tests.factories.pages import HomePageFactory, InformationPageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ProcedurePage:
    create_page(HomePageFactory(), feedback_page())
    return ProcedurePageFactory(slug="money", title="協力金")


def send(client: Client, page: Page, **values: str) -> object:
    return client.post("/feedback/", {"page_number": page.pk, "helpful": "no", "comment": "", **values})


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_pages_ask_by_a_link_that_needs_no_token(client: Client, page: ProcedurePage, answer: str) -> None:
    InformationPageFactory(slug="guide")
    for path in ("/procedures/money/", "/guide/"):
        html = client.get(path).content.decode()
        assert f"&amp;helpful={answer}" in html
        assert "csrfmiddlewaretoken" not in html
    asked = client.get(f"/feedback/?page={page.pk}&helpful={answer}")
    assert asked.context["form"]["helpful"].value() == answer
    assert '<a href="/procedures/money/">協力金</a>' in asked.content.decode()


def test_feedback_is_kept_with_the_page_it_is_about(client: Client, page: ProcedurePage) -> None:
    response = send(client, page, comment="地図がほしい。")
    assert response["Location"] == "/feedback/?sent=1"  # type: ignore[index]
    kept = {"about": "協力金（/procedures/money/）", "helpful": "役に立たなかった", "comment": "地図がほしい。"}
    assert FormSubmission.objects.get().form_data == kept


@pytest.mark.parametrize(
    "comment", ["taro@example.jp に返事をください", "電話は０９０−１２３４−５６７８です", "06-1234-5678", "0612345678"]
)
def test_feedback_keeps_no_address_and_no_telephone_number(client: Client, page: ProcedurePage, comment: str) -> None:
    html = send(client, page, comment=comment).content.decode()  # type: ignore[attr-defined]
    assert "メールアドレスや電話番号を消してください" in html
    assert FormSubmission.objects.count() == 0


@pytest.mark.parametrize("comment", ["2026年4月1日から10,000円", "到達番号 1234-5678-9012", "第100条の0.5%"])
def test_feedback_takes_other_numbers(client: Client, page: ProcedurePage, comment: str) -> None:
    send(client, page, comment=comment)
    assert FormSubmission.objects.count() == 1


@pytest.mark.parametrize("number", ["", "0", "99999999", "x", "-1"])
def test_feedback_is_only_about_a_page_that_visitors_can_read(client: Client, page: ProcedurePage, number: str) -> None:
    send(client, page, page_number=number)
    page.unpublish()
    send(client, page)
    assert FormSubmission.objects.count() == 0


def test_feedback_is_not_taken_too_often_from_one_place(client: Client, page: ProcedurePage) -> None:
    statuses = [send(client, page).status_code for _time in range(11)]  # type: ignore[attr-defined]
    assert statuses == [302] * 10 + [429]
    assert FormSubmission.objects.count() == 10


def test_authors_read_feedback_in_wagtails_list_of_forms(client: Client, page: ProcedurePage) -> None:
    create_editorial_groups(HomePageFactory())
    send(client, page, comment="わかりやすい", helpful="yes")
    client.force_login(StaffFactory(role=AUTHORS))
    forms = Page.objects.get(slug="feedback")
    html = client.get(reverse("wagtailforms:list_submissions", args=[forms.pk])).content.decode()
    for words in ("協力金（/procedures/money/）", "役に立った", "わかりやすい"):
        assert words in html
