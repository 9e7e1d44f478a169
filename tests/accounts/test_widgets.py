from datetime import date
from typing import Any

import pytest

from accounts.widgets import AddressPartsWidget, DatePartsWidget


@pytest.mark.parametrize("value", [date(1980, 4, 1), "1980-04-01", {"year": "1980", "month": "4", "day": "1"}])
def test_date_fills_three_boxes(value: Any) -> None:
    parts = DatePartsWidget().get_context("birth", value, {"id": "id_birth"})["widget"]["parts"]
    assert [(part["name"], part["value"]) for part in parts] == [
        ("birth-year", "1980"),
        ("birth-month", "4"),
        ("birth-day", "1"),
    ]
    assert [part["id"] for part in parts] == ["id_birth", "id_birth-month", "id_birth-day"]


def test_date_shows_again_what_was_typed() -> None:
    typed = {"a.r1.b-year": "昭和55", "a.r1.b-month": "十三", "a.r1.b-day": ""}
    widget = DatePartsWidget(autocomplete="bday")
    raw = widget.value_from_datadict(typed, {}, "a.r1.b")  # type: ignore[arg-type]
    assert raw == {"year": "昭和55", "month": "十三", "day": ""}
    parts = widget.get_context("a.r1.b", raw, None)["widget"]["parts"]
    assert [part["value"] for part in parts] == ["昭和55", "十三", ""]
    assert [part["autocomplete"] for part in parts] == ["bday-year", "bday-month", "bday-day"]


def test_parts_that_were_not_sent_are_left_out() -> None:
    assert DatePartsWidget().value_from_datadict({"other": "1"}, {}, "birth") is None  # type: ignore[arg-type]


def test_address_may_begin_with_the_postal_code() -> None:
    with_code, without = AddressPartsWidget(has_postal_code=True), AddressPartsWidget()
    assert [part.name for part in with_code.parts] == ["postal_code", *(part.name for part in without.parts)]
