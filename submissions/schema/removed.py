"""Rows that were taken out of a repeating group, kept beside a draft until it is sent so that they can come back."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from .kinds import KINDS
from .rows import rows_of
from .types import Field

KEPT_AT_MOST = 200
"""The oldest go first. More than anybody removes by hand; a program may replace all rows at every save."""
Rows = list[dict[str, Any]]
Removed = list[dict[str, Any]]
"""Oldest first, each ``{"group": key, "index": place it had, "row": the row}``."""


def after_change(removed: Removed, group: str, before: Any, after: Any) -> Removed:
    """`removed` once the rows of `group` changed: what left is added, what came back is taken out."""
    old, now = rows_of(before), {row["id"] for row in rows_of(after)}
    kept = [entry for entry in removed if entry["group"] != group or entry["row"]["id"] not in now]
    left = [{"group": group, "index": index, "row": row} for index, row in enumerate(old) if row["id"] not in now]
    return [*kept, *left][-KEPT_AT_MOST:]


def removed_from(removed: Removed, group: str) -> Removed:
    """Those of one group, newest first: the order in which they can be put back where they were."""
    return [entry for entry in reversed(removed) if entry["group"] == group]


def removed_rows(removed: Removed, group: str) -> Rows:
    return [entry["row"] for entry in removed_from(removed, group)]


def revives(removed: Removed, group: Field, rows: Any) -> bool:
    """A removed row is among `rows` with something else in it than when it went: not put back, but typed into."""
    kept = {row["id"]: row for row in removed_rows(removed, group.key)}
    return any(row["id"] in kept and not is_same_row(group, row, kept[row["id"]]) for row in rows_of(rows))


def put_back(rows: Any, entries: Iterable[Mapping[str, Any]]) -> Rows:
    """`rows` with those of `entries` again where they had been, as far as they are not there already."""
    whole = rows_of(rows)
    for entry in entries:
        if all(row["id"] != entry["row"]["id"] for row in whole):
            whole.insert(entry["index"], entry["row"])
    return whole


def is_blank_row(group: Field, row: Mapping[str, Any]) -> bool:
    return all(KINDS[column.kind].is_blank(row.get(column.key)) for column in group.fields)


def is_same_row(group: Field, row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """A person would read the same in both, however it was typed."""
    return all(is_same_answer(column, row.get(column.key), other.get(column.key)) for column in group.fields)


def is_same_answer(field: Field, raw: Any, other: Any) -> bool:
    kind = KINDS[field.kind]
    if raw == other or (kind.is_blank(raw) and kind.is_blank(other)):
        return True
    try:
        return bool(kind.validate(field, raw) == kind.validate(field, other))
    except ValidationError:
        return False
