import pytest
from django.test import Client
from django.urls import reverse

from procedure_pages.demo.language import ask, step
from procedure_pages.models import ProcedurePage
from procedure_pages.problem_list import marks_of, problem_context
from procedure_pages.problems import Place, Problem, warning
from tests.factories.accounts import StaffFactory
from tests.factories.pages import ProcedurePageFactory

pytestmark = pytest.mark.django_db
SHARED = [step("一", [ask("text", "name", "氏名")]), step("二", [ask("text", "name", "店名")])]


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(steps=SHARED, live=False, is_not_disposition=False)


def test_the_list_leads_to_the_block(page: ProcedurePage) -> None:
    first, second, redress = problem_context(page)["rows"]
    block = page.steps[1]
    assert (second.where, second.path) == ("店名", f"{block.id} {block.value['fields'][0].id}")
    assert (redress.where, redress.path, redress.problem.is_error) == ("教示", "", False)


def test_the_list_is_read_by_those_who_may_edit(client: Client, page: ProcedurePage) -> None:
    address = reverse("procedure_problems", args=[page.pk])
    client.force_login(StaffFactory())
    assert client.get(address).status_code in (302, 403)
    client.force_login(StaffFactory(superuser=True))
    assert "店名" in client.get(address).content.decode()


def test_the_editor_shows_the_list(client: Client, page: ProcedurePage) -> None:
    client.force_login(StaffFactory(superuser=True))
    content = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "確認していただきたいことが3件あります" in content


def test_a_block_is_marked_with_the_worst_that_is_known_of_it() -> None:
    found = [Problem(Place("steps", "a"), "一"), warning(Place("steps", "a"), "二"), warning(Place("steps", "b"), "三")]
    assert {key: [mark["tone"] for mark in marks] for key, marks in marks_of(found).items()} == {
        "a": ["error"],
        "b": ["warning"],
    }
