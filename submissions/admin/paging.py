"""Pages by key: the next page begins after the last row seen. No COUNT, no OFFSET, nothing skipped or shown twice."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from ..models import Submission

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TOKEN = re.compile(r"^([ab])(\d{1,17})-(\d{1,18})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows of a list ordered by arrival: beside the row with that arrival and id."""

    arrived_at: datetime
    pk: int
    is_backward: bool = False

    @classmethod
    def parse(cls, token: str) -> "Cursor | None":
        """The cursor that `str()` made; None for anything else, which shows the first page."""
        match = TOKEN.match(token)
        if match is None:
            return None
        return cls(EPOCH + timedelta(microseconds=int(match[2])), int(match[3]), match[1] == "b")

    @classmethod
    def beside(cls, row: Submission, *, is_backward: bool = False) -> "Cursor":
        return cls(row.arrived_at or EPOCH, row.pk, is_backward)

    def __str__(self) -> str:
        microseconds = (self.arrived_at - EPOCH) // timedelta(microseconds=1)
        return f"{'b' if self.is_backward else 'a'}{microseconds}-{self.pk}"


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list; `previous` and `next` are the cursors of its neighbours, empty where there is none."""

    rows: list[Submission] = field(default_factory=list)
    previous: str = ""
    next: str = ""


def fetch(cases: QuerySet[Submission], *, cursor: Cursor | None, is_newest_first: bool, size: int) -> Slice:
    """The page of `cases` at `cursor`, in the order of arrival."""
    is_backward = cursor is not None and cursor.is_backward
    is_descending = is_newest_first is not is_backward
    order = ("-arrived_at", "-pk") if is_descending else ("arrived_at", "pk")
    beyond = _beyond(cursor, is_descending) if cursor else Q()
    rows = list(cases.filter(beyond).order_by(*order)[: size + 1])
    has_more, rows = len(rows) > size, rows[:size]
    if not rows and cursor:
        return fetch(cases, cursor=None, is_newest_first=is_newest_first, size=size)
    if is_backward:
        rows.reverse()
    has_previous, has_next = (has_more, True) if is_backward else (cursor is not None, has_more)
    return Slice(
        rows,
        str(Cursor.beside(rows[0], is_backward=True)) if has_previous else "",
        str(Cursor.beside(rows[-1])) if has_next else "",
    )


def _beyond(cursor: Cursor, is_descending: bool) -> Q:
    sign = "lt" if is_descending else "gt"
    same_or_beyond = Q(**{f"arrived_at__{sign}e": cursor.arrived_at})
    return same_or_beyond & (Q(**{f"arrived_at__{sign}": cursor.arrived_at}) | Q(**{f"pk__{sign}": cursor.pk}))
