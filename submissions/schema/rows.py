"""The rows of a repeating group as they were typed, and as they count."""

import re
from collections.abc import Iterable
from typing import Any

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


def with_leaders(raw: Any, leaders: Iterable[str]) -> list[Row]:
    """What a draft keeps of a following group: a row for each leader, and those that wait."""
    rows = rows_of(raw)
    known = {row["id"] for row in rows}
    return [*rows, *({"id": leader} for leader in leaders if leader not in known)]
