from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from procedure_pages.models import ProcedurePage
from submissions.enums import GrantRole
from submissions.models import FormVersion
from tests.factories.accounts import StaffFactory
from tests.factories.submissions import StaffMember

from .publishing import begun, published

pytestmark = pytest.mark.django_db


def address(page: ProcedurePage, name: str = "list", *more: object) -> str:
    return reverse(f"procedure_versions:{name}", args=[page.pk, *more])


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_tells_number_author_note_state_and_counts(
    client: Client, procedure: ProcedurePage, author: User
) -> None:
    begun(procedure)
    published(procedure, user=author, change_note="氏名の言葉を直しました。")
    client.force_login(author)
    text = html(client, address(procedure))
    for words in ("第2版", "受付に使用中", "以前の版", "氏名の言葉を直しました。", str(author)):
        assert words in text
    assert '<th scope="row" colspan="3">合計</th><td>1</td><td>0</td><td>0</td>' in text


def test_an_author_sees_counts_and_no_answers(client: Client, procedure: ProcedurePage, author: User) -> None:
    case = begun(procedure, name="秘密の名前")
    published(procedure)
    client.force_login(author)
    pages = [address(procedure), address(procedure, "impact"), f"{address(procedure, 'compare')}?old=1&new=2"]
    for text in (html(client, page) for page in pages):
        assert "秘密の名前" not in text and case.reference not in text and case.profile.name not in text


@pytest.mark.parametrize("name", ["list", "compare", "impact", "restore", "deadline"])
def test_staff_without_the_page_are_turned_away(client: Client, procedure: ProcedurePage, name: str) -> None:
    published(procedure)
    url = address(procedure, name, *([1] if name in ("restore", "deadline") else []))
    for user in (StaffFactory(), StaffMember(procedure.department, GrantRole.REVIEW)):
        client.force_login(user)
        assert client.get(f"{url}?old=1&new=2").status_code == 302
        client.post(url)
    assert FormVersion.objects.count() == 2


def test_any_two_versions_are_compared_in_words(client: Client, procedure: ProcedurePage, author: User) -> None:
    published(published(procedure), "ご氏名", processing_days=30)
    client.force_login(author)
    text = html(client, f"{address(procedure, 'compare')}?old=1&new=3")
    for words in ("質問の言葉", "<del>氏名</del>", "<ins>ご氏名</ins>", "<ins>30</ins>"):
        assert words in text
    assert client.get(f"{address(procedure, 'compare')}?old=1&new=99").status_code == 404
    assert client.get(f"{address(procedure, 'compare')}?old=x&new=1").status_code == 404


def test_the_editor_and_the_explorer_lead_to_the_versions(
    client: Client, procedure: ProcedurePage, author: User
) -> None:
    client.force_login(author)
    editor = html(client, reverse("wagtailadmin_pages:edit", args=[procedure.pk]))
    assert editor.count(address(procedure)) >= 2 and editor.count(address(procedure, "impact")) >= 2
    assert address(procedure) in html(client, reverse("wagtailadmin_explore", args=[procedure.get_parent().pk]))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    client: Client, procedure: ProcedurePage, author: User, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count - 1):
        published(procedure, f"氏名{number}", user=author)
    client.force_login(author)
    html(client, address(procedure))
    with django_assert_max_num_queries(26):
        html(client, address(procedure))


def test_a_note_is_said_once(client: Client, procedure: ProcedurePage, author: User) -> None:
    published(procedure, change_note="氏名の言葉を直しました。")
    client.force_login(author)
    assert "氏名の言葉を直しました。" not in html(client, reverse("wagtailadmin_pages:edit", args=[procedure.pk]))
