"""What a list and a spreadsheet show of an answer."""

from decimal import Decimal
from typing import Any

import pytest

from submissions.schema import Choice, Field
from submissions.schema.kinds import KINDS

COLOURS = (Choice(key="r", label="赤"), Choice(key="b", label="青"))
PERIOD = {"from": "2026-04-01", "to": "2026-04-30"}


def field(kind: str, **options: Any) -> Field:
    return Field(key="f", kind=kind, label="項目", choices=COLOURS, options=options)


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.has_answer])
def test_an_unanswered_question_has_a_cell_for_each_column(kind: str) -> None:
    question = field(kind)
    cells = KINDS[kind].cells(question, None)
    assert len(cells) == len(KINDS[kind].columns(question))
    assert set(cells) <= {"", "0"}


@pytest.mark.parametrize(
    ("kind", "value", "cells"),
    [
        ("text", "0123", ("0123",)),
        ("tel", "06-1234-5678", ("06-1234-5678",)),
        ("integer", 1200, (1200,)),
        ("money", 1200, (1200,)),
        ("decimal", "12.50", (Decimal("12.50"),)),
        ("date", "2026-04-01", ("2026-04-01",)),
        ("month", "2026-04", ("2026-04",)),
        ("checkboxes", ["r", "b"], ("赤、青",)),
        ("name", {"name": "山田", "kana": "ヤマダ"}, ("山田", "ヤマダ")),
        ("period", PERIOD, ("2026-04-01", "2026-04-30")),
        ("address", {"prefecture": "大阪府", "city": "大阪市", "street": "1"}, ("", "大阪府", "大阪市", "1", "")),
        ("corporate_number", "4000020270008", ("4000020270008",)),
    ],
)
def test_a_number_stays_a_number_and_a_code_a_text(kind: str, value: Any, cells: tuple[Any, ...]) -> None:
    assert KINDS[kind].cells(field(kind), value) == cells


def test_the_columns_of_several_parts_are_named() -> None:
    assert [column.name for column in KINDS["name"].columns(field("name"))] == ["name", "kana"]


def test_a_summary_is_one_short_line() -> None:
    assert KINDS["textarea"].summary(field("textarea"), "一行目\n" + "あ" * 100) == "一行目 " + "あ" * 35 + "…"


@pytest.mark.parametrize(
    ("kind", "options", "limits"),
    [
        ("text", {}, []),
        ("text", {"max_length": 50}, ["50文字まで"]),
        ("textarea", {}, ["2,000文字まで"]),
        ("integer", {"min": 0, "max": 9000, "unit": "席"}, ["0席以上", "9,000席以下"]),
        ("decimal", {"places": 1, "min": "0.5"}, ["0.5以上", "小数点以下1桁まで"]),
        ("checkboxes", {"min": 2, "max": 3}, ["2個以上選択", "3個まで選択"]),
        ("date", {"min": "2026-04-01"}, ["2026年4月1日（令和8年）以降"]),
        ("month", {"max": "2026-04"}, ["2026年4月（令和8年）まで"]),
        ("period", {"max_days": 30}, ["30日以内"]),
    ],
)
def test_limits_are_said_before_anybody_types(kind: str, options: dict[str, Any], limits: list[str]) -> None:
    assert KINDS[kind].limits(field(kind, **options)) == limits
