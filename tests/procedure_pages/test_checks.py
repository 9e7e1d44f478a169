from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from procedure_pages.checks import problems
from procedure_pages.demo.language import ask, note, step
from procedure_pages.models import CataloguePage, ProcedurePage
from submissions.models import FormVersion
from tests.factories.accounts import DepartmentFactory, StaffFactory
from tests.factories.pages import CataloguePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"processing_days": 0}, ["processing_days"]),
        ({"processing_days": 0, "kind": "request"}, []),
        ({"purpose": " "}, ["purpose"]),
        ({"opens_at": NOW, "closes_at": NOW - timedelta(days=1)}, ["closes_at"]),
        ({"for_individuals": False, "for_businesses": False}, ["for_individuals"]),
        ({"granted_title": "", "refused_title": ""}, ["granted_title", "refused_title"]),
        ({"kind": "notification", "processing_days": 0}, ["accepted_title"]),
        ({"issuer": ""}, ["issuer"]),
        ({"steps": [step("一", [note("説明だけ")])]}, ["steps"]),
        ({"steps": [step("一", [ask("text", "name", "氏名")]), step("二", [ask("text", "name", "店名")])]}, ["steps"]),
    ],
)
def test_problems_name_the_field(values: dict[str, Any], fields: list[str]) -> None:
    page = ProcedurePageFactory(live=False, **values)
    assert [field for field, _message in problems(page)] == fields


def posted(**changes: Any) -> dict[str, Any]:
    """What the editor sends; `choices` is how many answers the question offers."""
    answers = [{"label": f"答{number}", "alias": ""} for number in range(changes.pop("choices", 2))]
    question = {"label": "色", "help_text": "", "required": "on", "alias": "", "choices": _listing(answers)}
    values = {
        "title": "手続",
        "slug": "tetsuzuki",
        "summary": "要約",
        "category": "support",
        "keywords": "",
        "eligibility": rich_text(""),
        "guidance": streamfield([]),
        "fee": "無料",
        "identity_note": "",
        "paper": rich_text(""),
        "rules": streamfield([]),
        "steps": streamfield(
            [("step", {"title": "一", "introduction": "", "fields": streamfield([("radio", question)])})]
        ),
        "kind": "application",
        "department": DepartmentFactory().pk,
        "for_individuals": "on",
        "for_businesses": "on",
        "processing_days": "10",
        "purpose": "審査",
        "criteria": rich_text(""),
        "retention_years": "5",
        "issuer": "知事",
        "granted_title": "決定通知書",
        "refused_title": "不決定通知書",
    }
    return nested_form_data({**values, **changes})


def _listing(items: list[dict[str, str]]) -> dict[str, Any]:
    rows = {str(index): {"deleted": "", "order": str(index), "value": item} for index, item in enumerate(items)}
    return {"count": str(len(items)), **rows}


@pytest.fixture
def add(client: Client) -> Any:
    client.force_login(StaffFactory(superuser=True))
    parent = CataloguePageFactory()
    address = reverse("wagtailadmin_pages:add", args=["procedure_pages", "procedurepage", parent.pk])
    return lambda **values: client.post(address, values)


def test_the_editor_publishes_what_is_in_order(add: Any) -> None:
    add(**posted(), **{"action-publish": "1"})
    form = FormVersion.objects.get(page=ProcedurePage.objects.get())
    assert [(field.label, len(field.choices)) for field in form.schema.fields] == [("色", 2)]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"processing_days": "0"}, "申請の手続には、1日以上の標準処理期間が必要です。"),
        ({"purpose": ""}, "個人情報の利用目的を入力してください。"),
    ],
)
def test_the_editor_says_why_it_does_not_publish(add: Any, changes: dict[str, str], sentence: str) -> None:
    response = add(**posted(**changes), **{"action-publish": "1"})
    assert sentence in response.content.decode()
    assert ProcedurePage.objects.count() == 0


def test_the_editor_wants_two_answers_to_choose_from(add: Any) -> None:
    add(**posted(choices=1), **{"action-publish": "1"})
    assert ProcedurePage.objects.count() == 0


def test_the_editor_saves_an_incomplete_draft(add: Any) -> None:
    add(**posted(processing_days="0", purpose="", issuer=""))
    assert (ProcedurePage.objects.get().live, FormVersion.objects.count()) == (False, 0)


def test_procedures_stand_only_below_a_catalogue() -> None:
    assert ProcedurePage.allowed_parent_page_models() == [CataloguePage]
