import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.forms.models import FormSubmission

from procedure_pages.compiler import compile_form
from procedure_pages.models import ContactField, ContactPage, ProcedurePage
from submissions.models import Submission
from submissions.schema import FormSchema
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import CataloguePageFactory, HomePageFactory

pytestmark = pytest.mark.django_db
FIELDS: list[dict[str, Any]] = [
    {"label": "Name", "field_type": "singleline", "help_text": "姓と名"},
    {"label": "がく", "field_type": "number", "required": False},
    {"label": "内容", "field_type": "multiline", "default_value": "例"},
    {"label": "メール", "field_type": "email"},
    {"label": "サイト", "field_type": "url"},
    {"label": "同意する", "field_type": "checkbox"},
    {"label": "色", "field_type": "checkboxes", "choices": "赤\n青"},
    {"label": "形", "field_type": "multiselect", "choices": "丸,四角"},
    {"label": "県", "field_type": "dropdown", "choices": "大阪,京都"},
    {"label": "性", "field_type": "radio", "choices": "一つだけ"},
    {"label": "日", "field_type": "date"},
    {"label": "時", "field_type": "datetime"},
    {"label": "隠し", "field_type": "hidden", "default_value": "x"},
    {"label": "x" * 230, "field_type": "singleline"},
]


@pytest.fixture
def form() -> ContactPage:
    DepartmentFactory(code="koho")
    CataloguePageFactory()
    page = ContactPage(title="申込み", slug="moshikomi")
    HomePageFactory().add_child(instance=page)
    for order, field in enumerate(FIELDS):
        ContactField.objects.create(page=page, sort_order=order, **field)
    return page


def imported(form: ContactPage, **options: Any) -> tuple[FormSchema, str]:
    out = StringIO()
    call_command("import_wagtail_form", form.pk, department="koho", stdout=out, **options)
    return compile_form(ProcedurePage.objects.get()).schema, out.getvalue()


def test_every_kind_of_field_is_carried_over(form: ContactPage) -> None:
    schema, _out = imported(form)
    assert [(field.kind, field.required) for field in schema.fields] == [
        ("text", True),
        ("text", False),
        ("textarea", True),
        ("email", True),
        ("text", True),
        ("declaration", True),
        ("checkboxes", True),
        ("checkboxes", True),
        ("select", True),
        ("declaration", True),
        ("date", True),
        ("date", True),
        ("time", True),
        ("text", True),
    ]
    assert [choice.label for choice in list(schema.fields)[7].choices] == ["丸", "四角"]


def test_words_are_carried_over(form: ContactPage) -> None:
    schema, _out = imported(form)
    fields = list(schema.fields)
    assert (fields[0].alias, fields[0].help_text, fields[9].label) == ("name", "姓と名", "性：一つだけ")
    assert (len(fields[13].label), fields[13].help_text) == (200, "x" * 230)


def test_what_is_not_carried_over_is_said(form: ContactPage) -> None:
    _schema, out = imported(form)
    assert ("「隠し」" in out, "「内容」" in out, ProcedurePage.objects.get().live) == (True, True, False)


@pytest.fixture
def sent(form: ContactPage) -> None:
    names = {field.label: field.clean_name for field in form.get_form_fields()}
    FormSubmission.objects.create(
        page=form,
        form_data={
            names["Name"]: "=窓口",
            names["色"]: ["青", "昔の色"],
            names["県"]: "京都",
            names["時"]: "2026-04-01T01:30:00Z",
        },
    )


def test_what_was_sent_goes_beside_under_the_new_keys(form: ContactPage, sent: None, tmp_path: Path) -> None:
    file = tmp_path / "sent.json"
    schema, _out = imported(form, submissions=file)
    keys = {field.alias: field for field in schema.fields}
    colour, place = keys["question_7"], keys["question_9"]
    (one,) = json.loads(file.read_text(encoding="utf-8"))["submissions"]
    assert one["answers"] == {
        keys["name"].key: "=窓口",
        colour.key: [colour.choices[1].key, "昔の色"],
        place.key: place.choices[1].key,
        keys["question_12_day"].key: "2026-04-01",
        keys["question_12_time"].key: "10:30",
    }
    assert Submission.objects.count() == 0


def test_a_spreadsheet_calculates_nothing_of_it(form: ContactPage, sent: None, tmp_path: Path) -> None:
    file = tmp_path / "sent.csv"
    imported(form, submissions=file)
    _keys, labels, row = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert (labels[1], row[1], row[7], row[9]) == ("Name", "'=窓口", "青、昔の色", "京都")


def test_a_page_without_a_form_is_refused(form: ContactPage) -> None:
    with pytest.raises(CommandError):
        call_command("import_wagtail_form", HomePageFactory().pk, department="koho")
