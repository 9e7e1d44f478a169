"""Days and ages of ISO dates. A text that is no date gives null."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from .values import Operand

LAST_YEAR = 9999


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


def _is_whole(count: Operand) -> bool:
    return isinstance(count, Fraction) and count.denominator == 1 and abs(count) < 10**7
