"""Days and ages of ISO dates. A text that is no date gives null."""

import re
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from .values import Operand

LAST_YEAR = 9999
MONTH_LENGTH = 7
CLOCK = re.compile("([0-2][0-9]):([0-5][0-9])")


def day(value: Operand) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def days_between(first: Operand, last: Operand) -> Operand:
    """Whole days from `first` to `last`; negative if `last` is earlier."""
    start, end = day(first), day(last)
    return Fraction((end - start).days) if start and end else None


def age(birth: Operand, on: Operand) -> Operand:
    """Completed years on a day, by the calendar: somebody born on 29 February is a year older on 1 March."""
    born, today = day(birth), day(on)
    if not (born and today) or today < born:
        return None
    return Fraction(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))


def add_days(start: Operand, count: Operand) -> Operand:
    begin = day(start)
    if begin is None or not _is_whole(count):
        return None
    try:
        return (begin + timedelta(days=int(count))).isoformat()
    except OverflowError:
        return None


def add_months(start: Operand, count: Operand) -> Operand:
    """The same day of a later month, its last day where it has none (31 January and one month: 28 February)."""
    begin = day(start)
    if begin is None or not _is_whole(count):
        return None
    months = begin.year * 12 + begin.month - 1 + int(count)
    year, month = divmod(months, 12)
    if not 1 <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1])).isoformat()


def months_between(first: Operand, last: Operand) -> Operand:
    """Completed months from a day to a day, or from month to month if either is one; negative if `last` is earlier."""
    if not (isinstance(first, str) and isinstance(last, str)):
        return None
    shorter = min(len(first), len(last))
    start, end = _month(first[:shorter]), _month(last[:shorter])
    if start is None or end is None:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    if months >= 0:
        return Fraction(months - (months > 0 and end.day < start.day))
    return Fraction(months + (end.day > start.day))


def _month(text: str) -> date | None:
    """The first day of a month; a day itself."""
    return day(f"{text}-01" if len(text) == MONTH_LENGTH else text)


def hours_between(first: Operand, last: Operand) -> Operand:
    """Exact hours from a time to a time, which may be 25:30; negative if `last` is earlier."""
    start, end = _minutes(first), _minutes(last)
    return None if start is None or end is None else Fraction(end - start, 60)


def _minutes(value: Operand) -> int | None:
    match = CLOCK.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def _is_whole(count: Operand) -> bool:
    return isinstance(count, Fraction) and count.denominator == 1 and abs(count) < 10**7
