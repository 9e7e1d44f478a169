"""The rows of a repeating group as they were typed, and as they count."""

import re
from collections.abc import Iterable
from typing import Any

from .types import Field

ROW_ID = re.compile("[A-Za-z0-9_-]{1,40}")
Row = dict[str, Any]


def rows_of(raw: Any) -> list[Row]:
    """The rows of a group in `raw`. What has no id of its own, or one that cannot stand in a path, is no row."""
    rows: dict[str, Row] = {}
    for row in raw if isinstance(raw, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str) and ROW_ID.fullmatch(row["id"]):
            rows.setdefault(row["id"], row)
    return list(rows.values())


def following_rows(raw: Any, leaders: Iterable[str]) -> list[Row]:
    """The rows that count in a group that follows another list: one for each of its ids; what has no leader waits."""
    typed = {row["id"]: row for row in rows_of(raw)}
    return [typed.get(leader, {"id": leader}) for leader in leaders]


def has_given_rows(group: Field) -> bool:
    """The rows come from the author (a table) or from another list: none can be added, removed or moved."""
    return group.kind == "table" or "follows" in group.options


def row_name(group: Field, number: int, title: str = "", *, label: str = "") -> str:
    """How people call a row: by its number, and what it stands for; the row of a table by that alone."""
    label = label or group.label
    if group.kind == "table":
        return f"{label}：{title}"
    return f"{label} {number}：{title}" if title else f"{label} {number}"


def name_of_raw_row(group: Field, row_id: str, number: int) -> str:
    """As `row_name`, of a row that nothing but its id is known of."""
    return row_name(group, number, group.choice_label(row_id) if group.kind == "table" else "")


def with_leaders(raw: Any, leaders: Iterable[str]) -> list[Row]:
    """What a draft keeps of a following group: a row for each leader, and those that wait."""
    rows = rows_of(raw)
    known = {row["id"] for row in rows}
    return [*rows, *({"id": leader} for leader in leaders if leader not in known)]
