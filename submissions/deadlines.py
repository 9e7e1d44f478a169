"""Business days of the prefecture: not a weekend, not a national holiday, not 29 December to 3 January.

Source: 大阪府の休日に関する条例 第2条; the first day does not count (民法 第140条).
"""

from dataclasses import dataclass
from datetime import date, timedelta

import jpholiday
from django.utils import timezone

YEAR_END = {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}


def is_business_day(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in YEAR_END and not jpholiday.is_holiday(day)


def add_business_days(start: date, days: int) -> date:
    """The day on which `days` business days after `start` end; `start` itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if is_business_day(day):
            days -= 1
    return day


def business_days_between(start: date, end: date) -> int:
    """How many business days lie after `start`, up to and including `end`; 0 if `end` is not later."""
    return sum(is_business_day(start + timedelta(days=offset)) for offset in range(1, (end - start).days + 1))


def resumed(due_on: date, *, stopped_on: date, day: date) -> date:
    """Where `due_on` moves if the clock, which stands still since `stopped_on`, goes on at `day`."""
    return add_business_days(due_on, business_days_between(stopped_on, day))


@dataclass(frozen=True, slots=True)
class Expectation:
    """When a result can be expected, as far as the standard processing period says (標準処理期間)."""

    due_on: date
    """While the clock stands still: if it went on today."""
    days_left: int
    """Business days that the office still has; 0 on the last day and after it."""
    is_stopped: bool
    is_late: bool


def expectation(due_on: date, *, stopped_on: date | None, day: date) -> Expectation:
    """The one place that computes it: the applicant's pages, the desk and the interface show the same."""
    if stopped_on is None:
        return Expectation(due_on, business_days_between(day, due_on), is_stopped=False, is_late=due_on < day)
    moved = resumed(due_on, stopped_on=stopped_on, day=day)
    return Expectation(moved, business_days_between(stopped_on, due_on), is_stopped=True, is_late=False)


def next_business_day(start: date) -> date:
    return add_business_days(start, 1)


def today() -> date:
    return timezone.localdate()


def fiscal_year(day: date) -> int:
    """The Japanese fiscal year, which begins on 1 April."""
    return day.year if day.month >= 4 else day.year - 1
