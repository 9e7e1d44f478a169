import pytest
from django.test import Client
from django.urls import reverse

from procedure_pages.blocks import StepsBlock
from procedure_pages.demo.language import ask, step
from procedure_pages.models import ProcedurePage
from procedure_pages.problem_list import Marks, marks_of, problem_context
from procedure_pages.problems import Place, Problem, warning
from submissions.schema import FormSchema, Rule
from tests.factories.accounts import StaffFactory
from tests.factories.pages import ProcedurePageFactory, QuestionSetFactory, library

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
    assert tones(marks_of(found, FormSchema(steps=()))) == {"a": ["error"], "b": ["warning"]}


def test_what_a_rule_is_about_is_marked() -> None:
    rules = (Rule(effect="show", targets=("a", "b:red")),)
    found = [warning(Place("steps", "b"), "三")]
    assert tones(marks_of(found, FormSchema(steps=(), rules=rules))) == {
        "a": ["condition"],
        "b": ["condition", "warning"],
    }


def tones(marks: Marks) -> dict[str, list[str]]:
    return {key: [mark["tone"] for mark in shown] for key, shown in marks.items()}


def test_a_fault_of_a_rule_leads_to_the_rule() -> None:
    rule = {"type": "show", "id": "rule", "value": {"match": "all", "conditions": [], "targets": ["いない"]}}
    page = ProcedurePageFactory(live=False, rules=[rule])
    (row,) = problem_context(page)["rows"]
    assert (row.problem.place.field, row.path, row.problem.is_error) == ("rules", "rule", True)


def test_a_problem_of_a_part_leads_to_the_part() -> None:
    part = QuestionSetFactory(questions=[ask("code", "number", "番号", pattern="[0-9")])
    page = ProcedurePageFactory(live=False, steps=[step("一", [library(part)])])
    (row,) = problem_context(page)["rows"]
    chosen = StepsBlock().get_prep_value(page.steps)[0]["value"]["fields"][0]
    assert (row.where, row.path.split()[1]) == (part.name, chosen["id"])
