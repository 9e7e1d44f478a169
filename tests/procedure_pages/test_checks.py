import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from procedure_pages.checks import problems
from procedure_pages.demo.language import attach, note, step
from procedure_pages.models import CataloguePage, ProcedurePage
from submissions.models import FormVersion
from tests.factories.accounts import DepartmentFactory, StaffFactory
from tests.factories.pages import CataloguePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


NO_TITLES = {"granted_title": "", "refused_title": ""}
LIST_OF_DOCUMENTS = [("documents", [{"name": "印鑑証明書", "detail": ""}])]
PHOTO = [step("一", [attach("photo", "外観の写真")])]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"processing_days": 0}, ["processing_days"]),
        ({"processing_days": 0, "criteria": "<p> </p>", "kind": "request"}, []),
        ({"criteria": "<p></p>"}, ["criteria"]),
        ({"purpose": " "}, ["purpose"]),
        ({"opens_at": NOW, "closes_at": NOW - timedelta(days=1)}, ["closes_at"]),
        ({"for_individuals": False, "for_businesses": False}, ["for_individuals"]),
        (NO_TITLES, ["granted_title", "refused_title"]),
        ({"kind": "notification", "processing_days": 0}, ["accepted_title"]),
        ({"issuer": ""}, ["issuer"]),
        ({"steps": [step("一", [note("説明だけ")])]}, ["steps"]),
    ],
)
def test_errors_name_the_field(values: dict[str, Any], fields: list[str]) -> None:
    page = ProcedurePageFactory(live=False, **values)
    assert [problem.place.field for problem in problems(page) if problem.is_error] == fields


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"is_not_disposition": False}, ["redress"]),
        ({"is_not_disposition": False, "redress": "3か月以内に審査請求ができます。"}, []),
        ({"is_not_disposition": False, "kind": "notification"}, []),
        ({"steps": PHOTO}, []),
        ({"steps": PHOTO, "guidance": LIST_OF_DOCUMENTS}, ["guidance"]),
        ({"steps": PHOTO, "guidance": [("documents", [{"name": "写真", "detail": "店の外観の写真"}])]}, []),
    ],
)
def test_warnings_name_the_field(values: dict[str, Any], fields: list[str]) -> None:
    page = ProcedurePageFactory(live=False, **values)
    assert [problem.place.field for problem in problems(page) if not problem.is_error] == fields


def posted(**changes: Any) -> dict[str, Any]:
    """What the editor sends; `choices` is how many answers the question offers."""
    answers = changes.pop("answers", None)
    answers = answers or [{"label": f"答{number}", "alias": ""} for number in range(changes.pop("choices", 2))]
    question = {"label": "色", "help_text": "", "required": "on", "alias": "", "choices": _listing(answers)}
    values = {
        "title": "手続",
        "slug": "tetsuzuki",
        "summary": "要約",
        "category": "support",
        "keywords": "",
        "eligibility": rich_text(""),
        "guidance": streamfield([]),
        "eligibility_check": streamfield([]),
        "fee": "無料",
        "identity_note": "",
        "paper": rich_text(""),
        "rules": streamfield([]),
        "test_cases": streamfield([]),
        "steps": streamfield(
            [("step", {"title": "一", "introduction": "", "fields": streamfield([("radio", question)])})]
        ),
        "related_procedures": inline_formset([]),
        "follow_ups": inline_formset([]),
        "kind": "application",
        "department": DepartmentFactory().pk,
        "for_individuals": "on",
        "for_businesses": "on",
        "processing_days": "10",
        "purpose": "審査",
        "criteria": rich_text("<p>要件</p>"),
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
        ({"criteria": rich_text("")}, "申請を審査する基準を入力してください。"),
    ],
)
def test_the_editor_says_why_it_does_not_publish(add: Any, changes: dict[str, str], sentence: str) -> None:
    response = add(**posted(**changes), **{"action-publish": "1"})
    assert sentence in response.content.decode()
    assert ProcedurePage.objects.count() == 0


def test_the_editor_says_what_to_look_at_when_it_publishes(add: Any) -> None:
    response = add(**posted(), **{"action-publish": "1"})
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert [message for message in told if "教示" in message] != []


def test_the_editor_shows_an_error_beside_its_question(add: Any) -> None:
    answers = [{"label": "赤", "alias": "colour"}, {"label": "青", "alias": "colour"}]
    ids = {"steps-0-id": "step", "steps-0-value-fields-0-id": "question"}
    response = add(**posted(answers=answers), **ids, **{"action-publish": "1"})
    message = "2つの選択肢に、同じCSV・API用の名前「colour」が付いています。別の名前にしてください。"
    question = {"0": {"blockErrors": {"choices": {"messages": [message]}}}}
    error = {"blockErrors": {"0": {"blockErrors": {"fields": {"blockErrors": question}}}}}
    assert escape(json.dumps(error)) in response.content.decode()


def test_the_editor_wants_two_answers_to_choose_from(add: Any) -> None:
    add(**posted(choices=1), **{"action-publish": "1"})
    assert ProcedurePage.objects.count() == 0


def test_the_editor_saves_an_incomplete_draft(add: Any) -> None:
    add(**posted(processing_days="0", purpose="", issuer=""))
    assert (ProcedurePage.objects.get().live, FormVersion.objects.count()) == (False, 0)


def test_procedures_stand_only_below_a_catalogue() -> None:
    assert ProcedurePage.allowed_parent_page_models() == [CataloguePage]
