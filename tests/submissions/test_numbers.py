from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import verhoeff

from submissions.numbers import LENGTH, new_number, new_reference, parse_number

BODIES = st.from_regex(r"[0-9]{11}", fullmatch=True)


def number_of(body: str) -> str:
    return body + verhoeff.calc_check_digit(body)


@given(BODIES, st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_any_single_wrong_digit_is_caught(body: str, place: int, change: int) -> None:
    number = number_of(body)
    wrong = str((int(number[place]) + change) % 10)
    assert parse_number(number[:place] + wrong + number[place + 1 :]) is None


@given(BODIES, st.integers(0, LENGTH - 2))
def test_any_swap_of_neighbours_is_caught(body: str, place: int) -> None:
    number = number_of(body)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert (parse_number(swapped) is None) == (swapped != number)


@given(st.dates(date(2019, 5, 1), date(2099, 12, 31)))
def test_a_new_number_is_one(day: date) -> None:
    number = new_number(day)
    assert (len(number), parse_number(number)) == (LENGTH, number)


@pytest.mark.parametrize(("day", "year"), [(date(2026, 3, 31), "07"), (date(2026, 4, 1), "08")])
def test_a_number_begins_with_the_fiscal_year(day: date, year: str) -> None:
    assert new_number(day)[:2] == year


def test_a_number_is_read_as_people_type_it() -> None:
    number = number_of("08123456789")
    spaced = "　".join([number[:4], number[4:8], number[8:]])
    wide = spaced.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert [parse_number(text) for text in (spaced, wide, wide.replace("　", "ー"))] == [number] * 3


@pytest.mark.parametrize("text", ["", "1234", "x" * 12, "\u0661" * 12, "0812-3456-789"])
def test_other_texts_are_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_references_stand_in_addresses_and_never_repeat() -> None:
    references = {new_reference() for _attempt in range(1000)}
    assert (len(references), {len(reference) for reference in references}) == (1000, {16})
    assert all(reference.isalnum() and reference.isascii() for reference in references)
