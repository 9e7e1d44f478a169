from dataclasses import replace
from typing import Any

import pytest

from submissions.enums import Doubt
from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.carrying import Carried, answer_at, carry_over, still_doubtful
from tests.factories.submissions import ANSWERS, COLOUR, NAME, PHOTO, REASON, SCHEMA, SHOPS

AGREED = Field(key="agree", kind="declaration", label="A に同意します。")
ID = "0" * 8 + "-0000-4000-8000-" + "0" * 12


def form(*fields: Field) -> FormSchema:
    return FormSchema(steps=(Step(key="s", title="内容", fields=fields),))


def carry(old: Field, new: Field, raw: Any) -> Carried:
    return carry_over(form(old), form(new), {old.key: raw})


def test_an_unchanged_form_takes_everything_over() -> None:
    assert carry_over(SCHEMA, SCHEMA, ANSWERS) == Carried(answers=ANSWERS)


def test_answers_follow_their_key_to_another_step() -> None:
    moved = FormSchema(steps=(Step(key="x", title="X", fields=(REASON,)), Step(key="y", title="Y", fields=(NAME,))))
    carried = carry_over(form(NAME, REASON), moved, {"name": "花子", "reason": "理由"})
    assert carried == Carried(answers={"name": "花子", "reason": "理由"})


def test_the_answer_to_a_removed_question_is_left() -> None:
    carried = carry_over(form(NAME, REASON), form(NAME), {"name": "花子", "reason": "店"})
    assert carried == Carried(answers={"name": "花子"}, left={"reason": "店"})


def test_what_was_not_answered_is_neither_left_nor_doubtful() -> None:
    carried = carry_over(form(NAME, REASON), form(replace(NAME, kind="integer")), {"name": "", "reason": " "})
    assert carried == Carried()


@pytest.mark.parametrize(
    ("old", "changes", "raw", "written", "doubt"),
    [
        (NAME, {"kind": "textarea"}, "花子", "花子", Doubt.KIND),
        (NAME, {"kind": "integer"}, "花子", None, Doubt.KIND),
        (NAME, {"kind": "integer"}, "１２", 12, Doubt.KIND),
        (COLOUR, {"kind": "checkboxes"}, "red", ["red"], Doubt.KIND),
        (COLOUR, {"choices": COLOUR.choices[1:]}, "red", "red", Doubt.CHOICE),
        (COLOUR, {"choices": COLOUR.choices[1:]}, "blue", "blue", None),
        (COLOUR, {"choices": (Choice(key="red", label="朱"), *COLOUR.choices[1:])}, "red", "red", Doubt.REWORDED),
        (NAME, {"options": {"max_length": 2}}, "山田花子", "山田花子", Doubt.LIMIT),
        (NAME, {"options": {"max_length": 2}}, "花子", "花子", None),
        (NAME, {"label": "法人名"}, "花子", "花子", Doubt.REWORDED),
        (NAME, {"help_text": "戸籍のとおり"}, "花子", "花子", None),
        (AGREED, {"label": "A と B に同意します。"}, True, None, Doubt.REWORDED),
        (AGREED, {"help_text": "読んでください。"}, True, True, None),
        (PHOTO, {"options": {"max_files": 2}}, [ID], [ID], Doubt.FILE),
        (PHOTO, {"options": {"max_files": 5}}, [ID], [ID], None),
        (PHOTO, {"kind": "text"}, [ID], None, Doubt.KIND),
    ],
)
def test_a_changed_question_is_marked_where_it_matters(
    old: Field, changes: dict[str, Any], raw: Any, written: Any, doubt: Doubt | None
) -> None:
    carried = carry(old, replace(old, **changes), raw)
    assert carried.answers == ({} if written is None else {old.key: written})
    assert carried.doubts == ({} if doubt is None else {old.key: doubt})
    assert carried.left == ({} if doubt is None else {old.key: raw})


def test_what_was_wrong_before_is_not_marked_as_becoming_wrong() -> None:
    shorter = replace(NAME, options={"max_length": 3})
    assert carry(NAME, shorter, "字" * 300).doubts == {}


def test_files_that_the_new_rules_do_not_take_stay_behind() -> None:
    stricter = replace(PHOTO, options={"max_files": 3, "extensions": ["pdf"]})
    carried = carry_over(form(PHOTO), form(stricter), {"photo": ["a", "b"]}, fits=lambda question, name: name == "b")
    assert carried == Carried({"photo": ["b"]}, {"photo": Doubt.FILE}, {"photo": ["a", "b"]})


def test_rows_keep_their_ids_and_are_marked_by_cell() -> None:
    shop_name, seats = SHOPS.fields
    narrower = replace(SHOPS, fields=(replace(shop_name, label="屋号"),))
    rows = [{"id": "r1", "shop_name": "花屋", "seats": "12"}, {"id": "r2", "shop_name": "", "seats": ""}]
    carried = carry(SHOPS, narrower, rows)
    assert carried.answers == {"shops": [{"id": "r1", "shop_name": "花屋"}, {"id": "r2", "shop_name": ""}]}
    assert carried.doubts == {"shops.r1.shop_name": Doubt.REWORDED}
    assert carried.left == {"shops": [{"id": "r1", "shop_name": "花屋", "seats": "12"}, {"id": "r2"}]}


def test_a_group_with_too_many_rows_now_is_marked_whole() -> None:
    carried = carry(SHOPS, replace(SHOPS, options={"max_rows": 1}), [{"id": "r1"}, {"id": "r2"}])
    assert carried.doubts == {"shops": Doubt.LIMIT}


def test_a_mark_goes_when_its_answer_changes_and_only_then() -> None:
    doubts = {"name": "limit", "shops.r1.seats": "limit", "shops.r2.seats": "limit"}
    before = [{"id": "r1", "seats": "1"}, {"id": "r2", "seats": "2"}]
    after = [{"id": "r1", "seats": "1"}, {"id": "r2", "seats": "3"}]
    assert still_doubtful(doubts, "shops", before, after) == {"name": "limit", "shops.r1.seats": "limit"}
    assert still_doubtful(doubts, "name", "長い", "長") == {key: "limit" for key in doubts if key != "name"}


def test_an_answer_is_found_at_its_path() -> None:
    assert (answer_at(ANSWERS, "name"), answer_at(ANSWERS, "shops.r1.seats")) == ("山田　花子", "12")
    assert answer_at(ANSWERS, "shops.r9.seats") is None
