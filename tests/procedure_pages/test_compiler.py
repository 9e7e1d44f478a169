from typing import Any

import pytest

from procedure_pages.blocks import QUESTIONS
from procedure_pages.blocks.steps import QuestionsBlock
from procedure_pages.compiler import compile_form, compile_handling
from procedure_pages.demo.language import ask, choose, heading, note, repeat, step, stream_data
from procedure_pages.models import ProcedurePage
from submissions.schema import Field, FormSchema
from submissions.schema.kinds import KINDS
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import ProcedurePageFactory

CHOICES = [("red", "赤"), ("blue", "青")]
SETTINGS: dict[str, dict[str, Any]] = {
    "text": {"max_length": 50, "pattern": "[a-z]+", "pattern_hint": "小文字で"},
    "decimal": {"places": 1, "min": "0.5", "max": "9.5", "unit": "㎡"},
    "month": {"min": "2026-04", "max": "2027-03"},
    "period": {"min": "2026-04-01", "max": "2027-03-31", "max_days": 30},
    "photo": {"max_files": 2, "max_megabytes": 5, "camera": False},
    "integer": {"min": 0, "max": 9, "unit": "席"},
    "date": {"min": "2026-01-01", "max": "2026-12-31"},
    "checkboxes": {"min": 1, "max": 2},
    "file": {"max_files": 3, "extensions": ["pdf"], "max_megabytes": 5},
}
DEFAULTS: dict[str, dict[str, Any]] = {
    "file": {"max_files": 1, "max_megabytes": 10},
    "name": {"kana_required": True},
}
LINES = "osaka, 大阪市\r\n\r\nsakai、堺市\n豊中市"


def compiled(*fields: dict[str, Any]) -> FormSchema:
    page = ProcedurePage(steps=stream_data([step("一", list(fields))], "test"))
    return compile_form(page).schema


def question(kind: str, **settings: Any) -> dict[str, Any]:
    if kind in ("radio", "select", "checkboxes"):
        return choose(kind, "answer", "質問", CHOICES, **settings)
    if kind == "search_select":
        return ask(kind, "answer", "質問", choice_lines=LINES, **settings)
    return ask(kind, "answer", "質問", **settings)


def only(schema: FormSchema) -> Field:
    (field,) = schema.fields
    return field


def test_every_kind_of_the_form_language_has_a_block() -> None:
    assert set(QuestionsBlock().child_blocks) == set(KINDS)


@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS if KINDS[kind].is_typed])
def test_compile_form_reads_every_kind(kind: str) -> None:
    field = only(compiled(question(kind, **SETTINGS.get(kind, {}))))
    assert (field.kind, field.label, field.alias, field.required) == (kind, "質問", "answer", True)
    assert field.options == {
        **DEFAULTS.get(kind, {}),
        **SETTINGS.get(kind, {}),
    }


def test_compile_form_keeps_the_aliases_of_choices() -> None:
    field = only(compiled(choose("radio", "colour", "色", CHOICES)))
    assert [(choice.alias, choice.label) for choice in field.choices] == CHOICES


def test_a_pasted_list_gives_an_answer_a_line_with_or_without_a_name() -> None:
    choices = only(compiled(question("search_select"))).choices
    assert [(choice.alias, choice.label) for choice in choices] == [
        ("osaka", "大阪市"),
        ("sakai", "堺市"),
        ("", "豊中市"),
    ]
    assert [choice.key for choice in choices[:2]] == ["osaka", "sakai"]
    assert only(compiled(ask("search_select", "answer", "質問", choice_lines="豊中市\n堺市"))).choices[0] == choices[2]


def test_compile_form_takes_the_rows_of_a_table() -> None:
    columns = [ask("integer", "cost", "金額"), ask("text", "memo", "備考", required=False)]
    field = only(compiled(choose("table", "costs", "経費", [("food", "食材費"), ("rent", "家賃")], fields=columns)))
    assert ([row.label for row in field.choices], [column.alias for column in field.fields]) == (
        ["食材費", "家賃"],
        ["cost", "memo"],
    )
    assert field.required


def test_a_table_without_a_required_cell_is_not_required() -> None:
    columns = [ask("text", "memo", "備考", required=False)]
    assert not only(compiled(choose("table", "t", "表", [("a", "一")], fields=columns))).required


def test_an_account_is_sensitive_unless_the_author_says_otherwise() -> None:
    assert only(compiled(ask("bank", "account", "口座"))).sensitive
    assert not only(compiled(ask("bank", "account", "口座", sensitive=False))).sensitive


def test_the_author_says_what_a_browser_may_fill_in_and_what_a_reviewer_looks_at() -> None:
    field = only(
        compiled(
            ask("text", "shop", "屋号", prefill="name", autocomplete="organization", reviewer_help="登記\r\nと一致")
        )
    )
    assert (field.autocomplete, field.reviewer_help) == ("organization", "登記\nと一致")


def test_compile_form_reads_the_columns_of_a_group() -> None:
    columns = [ask("text", "shop", "店名"), choose("radio", "colour", "色", CHOICES)]
    field = only(compiled(repeat("shops", "店舗", columns, most=4)))
    assert [column.alias for column in field.fields] == ["shop", "colour"]
    assert (field.required, field.options) == (True, {"min_rows": 1, "max_rows": 4})


def test_compile_form_takes_notes_and_headings_as_not_required() -> None:
    schema = compiled(heading("見出し"), note("説明", "注意"))
    assert [(field.kind, field.label, field.help_text, field.required) for field in schema.fields] == [
        ("heading", "見出し", "", False),
        ("note", "注意", "説明", False),
    ]


def test_compile_form_tells_browsers_what_a_prefilled_field_is() -> None:
    field = only(compiled(ask("tel", "phone", "電話", prefill="phone", sensitive=True)))
    assert (field.prefill, field.autocomplete, field.sensitive) == ("phone", "tel", True)


@pytest.mark.django_db
def test_keys_survive_other_words_and_another_order() -> None:
    page: ProcedurePage = ProcedurePageFactory()
    before = compile_form(page).schema
    raw = list(page.steps.raw_data)
    raw[0]["value"]["title"] = "別の名前"
    raw[1]["value"]["fields"][0]["value"]["label"] = "別の質問"
    raw[1]["value"]["fields"][0]["value"]["choices"].reverse()
    page.steps = list(reversed(raw))
    after = compile_form(ProcedurePage(steps=page.steps.get_prep_value())).schema
    assert [step.key for step in after.steps] == [step.key for step in reversed(before.steps)]
    assert after.steps[0].fields[0].choices == tuple(reversed(before.steps[1].fields[0].choices))
    assert {field.key for field in after.fields} == {field.key for field in before.fields}


@pytest.mark.django_db
def test_line_ends_of_a_browser_change_nothing() -> None:
    unix, browser = (
        ProcedurePage(
            steps=stream_data([step("一", [ask("text", "a", "問", f"上{end}下")], f"序{end}文")], "test"),
            department=DepartmentFactory(code=code),
            purpose=f"審査{end}支給",
        )
        for end, code in (("\n", "a"), ("\r\n", "b"))
    )
    assert compile_form(unix) == compile_form(browser)
    assert compile_handling(unix).purpose == compile_handling(browser).purpose


@pytest.mark.django_db
def test_compile_handling_freezes_the_promises() -> None:
    page = ProcedurePageFactory(department=DepartmentFactory(code="shoko"), for_businesses=False, has_approval=True)
    handling = compile_handling(page)
    assert (handling.department_code, handling.applicant_kinds, handling.has_approval) == (
        "shoko",
        ("individual",),
        True,
    )
    assert (handling.processing_days, handling.granted_title) == (20, "交付決定通知書")
