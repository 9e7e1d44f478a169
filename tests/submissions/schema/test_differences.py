from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from submissions.enums import Change
from submissions.schema import Choice, Field, FormSchema, Handling, Step
from submissions.schema.differences import Detail, Difference, differences, promised_differently
from submissions.schema.kinds import KINDS
from submissions.schema.words import KINDS_IN_WORDS, PROMISES
from tests.factories.submissions import COLOUR, NAME, PHOTO, REASON, SCHEMA, SHOPS


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


def form(*fields: Field, **step: Any) -> FormSchema:
    return FormSchema(steps=(Step(**{"key": "s", "title": "内容", "fields": fields, **step}),))


def test_the_same_form_has_no_difference() -> None:
    assert differences(SCHEMA, SCHEMA) == []


def test_a_new_question_is_described() -> None:
    added = Field(key="fax", kind="tel", label="FAX", required=False)
    found = differences(form(NAME), form(NAME, added))
    details = (Detail("Kind of answer", "", "Telephone number"), Detail("An answer is required", "", "No"))
    assert found == [Difference(Change.ADDED, "「FAX」", "内容", details)]


def test_a_removed_question_is_named() -> None:
    assert differences(form(NAME, REASON), form(NAME)) == [Difference(Change.REMOVED, "「理由」", "内容")]


def test_settings_and_limits_are_told_before_and_after() -> None:
    stricter = replace(PHOTO, required=True, options={"max_files": 1, "extensions": ["pdf", "jpg"]})
    (found,) = differences(form(PHOTO), form(stricter))
    assert found.details == (
        Detail("An answer is required", "No", "Yes"),
        Detail("Most files", "3", "1"),
        Detail("Kinds of file", "", "PDF、JPEG"),
    )


def test_choices_are_told_one_by_one() -> None:
    choices = (Choice(key="blue", label="紺"), Choice(key="green", label="緑"))
    (found,) = differences(form(COLOUR), form(replace(COLOUR, choices=choices)))
    assert found.details == (
        Detail("Answer to choose", "青", "紺"),
        Detail("New answer to choose", "", "緑"),
        Detail("Answer no longer offered", "赤", ""),
    )


def test_columns_of_a_group_stand_at_their_place() -> None:
    wider = replace(SHOPS, fields=(*SHOPS.fields, Field(key="tel", kind="tel", label="電話")))
    (found,) = differences(form(SHOPS), form(wider))
    assert (found.change, found.subject, found.place) == (Change.ADDED, "「電話」", "内容 › 店舗")


def test_a_question_that_went_to_another_step_is_moved_not_new() -> None:
    step = Step(key="other", title="その他", fields=(REASON,))
    new = FormSchema(steps=(*form(NAME).steps, step))
    found = differences(form(NAME, REASON), new)
    assert found == [
        Difference(Change.ADDED, "Step “その他”", ""),
        Difference(Change.CHANGED, "「理由」", "その他", (Detail("Place", "内容", "その他"),)),
    ]


def test_a_new_order_is_told_once() -> None:
    (found,) = differences(form(NAME, REASON, COLOUR), form(REASON, NAME, COLOUR))
    assert found.details == (Detail("Order of the questions", "氏名、理由、色", "理由、氏名、色"),)


def test_a_renamed_step_is_changed() -> None:
    (found,) = differences(form(NAME), form(NAME, title="申請の内容"))
    assert found == Difference(
        Change.CHANGED, "Step “申請の内容”", "", (Detail("Title of the step", "内容", "申請の内容"),)
    )


def test_what_concerns_the_office_only_is_internal() -> None:
    (found,) = differences(form(NAME), form(replace(NAME, alias="name", prefill="")))
    assert (found.is_internal, found.for_applicants) == (True, ())


def test_promises_are_compared() -> None:
    old = Handling(kind="application", department_code="a", processing_days=20, purpose="審査")
    new = replace(old, processing_days=30, applicant_kinds=("business",), has_approval=True)
    assert promised_differently(old, new) == (
        Detail("Standard processing period (days on which the office is open)", "20", "30"),
        Detail("Decisions need an approver", "No", "Yes", is_internal=True),
        Detail("Who may apply", "Individuals、Businesses", "Businesses"),
    )


def test_every_kind_and_every_promise_has_words() -> None:
    assert set(KINDS_IN_WORDS) >= set(KINDS)
    assert set(PROMISES) >= set(Handling.__dataclass_fields__)
