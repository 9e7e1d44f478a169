from typing import Any

import pytest

from submissions.schema import Field, FormSchema, Step
from submissions.schema.paths import walk
from submissions.schema.raw import storable
from submissions.schema.validation import check
from tests.factories.forms import evaluated

GROUP = Field(
    key="g",
    kind="group",
    label="店舗",
    required=False,
    fields=(Field(key="name", kind="text", label="店名"), Field(key="seats", kind="integer", label="席数")),
    options={"max_rows": 2},
)
SCHEMA = FormSchema(
    steps=(
        Step(key="one", title="一", fields=(Field(key="h", kind="heading", label="見出し"), GROUP)),
        Step(key="two", title="二", fields=(Field(key="note", kind="textarea", label="備考", required=False),)),
    )
)


def test_errors_are_named_by_path_in_the_order_of_the_questions() -> None:
    _values, errors = check(evaluated(SCHEMA, {"note": "あ" * 2001, "g": [{"id": "x", "seats": "多い"}]}))
    assert list(errors) == ["g.x.name", "g.x.seats", "note"]


def test_unknown_answers_and_headings_are_dropped() -> None:
    row = {"id": "x", "name": "花屋", "seats": "１２", "extra": 1}
    assert check(evaluated(SCHEMA, {"h": "x", "other": "y", "g": [row]})) == (
        {"g": [{"id": "x", "name": "花屋", "seats": 12}]},
        {},
    )


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_group_takes_as_many_rows_as_it_allows(count: int) -> None:
    rows = [{"id": str(number), "name": "店", "seats": 1} for number in range(count)]
    assert check(evaluated(SCHEMA, {"g": rows})) == ({"g": rows}, {})


def test_a_group_with_too_many_rows_is_refused_as_a_whole() -> None:
    rows = [{"id": str(number), "name": "店", "seats": 1} for number in range(3)]
    assert list(check(evaluated(SCHEMA, {"g": rows}))[1]) == ["g"]


@pytest.mark.parametrize("id_", [None, "", 1, {"a": 1}, "a.b", "a/../b", "x" * 41, "あ"])
def test_a_row_with_a_strange_id_is_no_row(id_: Any) -> None:
    rows = [{"id": id_, "name": "店", "seats": 1}, {"id": "ok", "name": "店", "seats": 1}]
    assert check(evaluated(SCHEMA, {"g": rows}))[0] == {"g": rows[1:]}


def test_two_rows_never_share_an_id() -> None:
    rows = [{"id": "a", "name": "一", "seats": 1}, {"id": "a", "name": "二", "seats": 1}]
    assert check(evaluated(SCHEMA, {"g": rows}))[0] == {"g": rows[:1]}


def test_every_answer_is_found_by_its_path() -> None:
    answers = {"g": [{"id": "x", "name": "花屋"}, {"id": "y", "seats": 3}], "note": "済"}
    found = [(answer.path, answer.label, answer.value) for answer in walk(evaluated(SCHEMA, answers))]
    assert found == [
        ("g.x.name", "店舗 1: 店名", "花屋"),
        ("g.x.seats", "店舗 1: 席数", None),
        ("g.y.name", "店舗 2: 店名", None),
        ("g.y.seats", "店舗 2: 席数", 3),
        ("note", "備考", "済"),
    ]


@pytest.mark.parametrize("raw", ["花屋", {"id": "x"}, [["x"], None, 3], 7])
def test_a_draft_that_is_no_list_of_rows_has_no_rows(raw: Any) -> None:
    assert [answer.path for answer in walk(evaluated(SCHEMA, {"g": raw}))] == ["note"]


def test_what_the_database_cannot_hold_is_left_out_of_a_draft() -> None:
    raw = {"a": "x\x00y\ud800", "b": float("nan"), "c\x00": [1, {"d": True}], "deep": [[[[[[[["x"]]]]]]]]}
    assert storable(raw) == {"a": "xy", "b": None, "c": [1, {"d": True}], "deep": [[[[[[None]]]]]]}


def test_the_deepest_answer_that_a_form_can_ask_for_is_kept_in_a_draft() -> None:
    period = {"from": {"year": "2026"}, "to": {"year": "2027"}}
    raw = {"group": [{"id": "a", "inner": [{"id": "b", "period": period}]}]}
    assert storable(raw) == raw
