"""Counted by hand on the calendars of 2025 to 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.deadlines import (
    add_business_days,
    business_days_between,
    expectation,
    fiscal_year,
    is_business_day,
    next_business_day,
)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 29),
        date(2026, 5, 3),
        date(2026, 5, 4),
        date(2026, 5, 5),
        date(2026, 5, 6),
        date(2026, 9, 21),
        date(2026, 9, 22),
        date(2026, 9, 23),
        date(2025, 12, 29),
        date(2025, 12, 31),
        date(2026, 1, 1),
        date(2026, 1, 2),
        date(2026, 1, 3),
        date(2026, 11, 21),
        date(2027, 3, 22),
    ],
)
def test_the_office_is_closed(day: date) -> None:
    assert not is_business_day(day)


@pytest.mark.parametrize(
    "day", [date(2026, 4, 30), date(2026, 5, 7), date(2025, 12, 26), date(2026, 1, 5), date(2026, 9, 24)]
)
def test_the_office_is_open(day: date) -> None:
    assert is_business_day(day)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 4, 28), 1, date(2026, 4, 30)),
        (date(2026, 4, 28), 3, date(2026, 5, 7)),
        (date(2025, 12, 26), 1, date(2026, 1, 5)),
        (date(2026, 9, 18), 1, date(2026, 9, 24)),
        (date(2026, 9, 19), 2, date(2026, 9, 25)),
        (date(2026, 11, 20), 20, date(2026, 12, 21)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_business_days_are_counted_from_the_day_after(start: date, days: int, end: date) -> None:
    assert add_business_days(start, days) == end


def test_the_next_business_day_skips_the_silver_week() -> None:
    assert next_business_day(date(2026, 9, 18)) == date(2026, 9, 24)


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.integers(1, 90))
def test_counting_back_gives_the_same_number(start: date, days: int) -> None:
    end = add_business_days(start, days)
    assert (business_days_between(start, end), is_business_day(end)) == (days, True)


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.integers(0, 30))
def test_nothing_lies_between_a_day_and_an_earlier_one(start: date, back: int) -> None:
    assert business_days_between(start, start - timedelta(days=back)) == 0


@pytest.mark.parametrize(("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026)])
def test_the_fiscal_year_begins_in_april(day: date, year: int) -> None:
    assert fiscal_year(day) == year


def test_the_clock_that_runs_shows_the_working_days_that_are_left() -> None:
    found = expectation(date(2026, 12, 1), stopped_on=None, day=date(2026, 11, 20))
    assert (found.due_on, found.days_left, found.is_stopped, found.is_late) == (date(2026, 12, 1), 6, False, False)
    assert expectation(date(2026, 12, 1), stopped_on=None, day=date(2026, 12, 2)).is_late


def test_the_clock_that_stands_still_moves_the_day_and_is_never_late() -> None:
    found = expectation(date(2026, 12, 1), stopped_on=date(2026, 11, 20), day=date(2026, 12, 25))
    assert (found.due_on, found.days_left, found.is_stopped, found.is_late) == (date(2027, 1, 8), 6, True, False)
