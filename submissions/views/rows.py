"""Adding, removing, putting back and moving the rows of a repeating group, without JavaScript too."""

from typing import Any

from django.utils.crypto import get_random_string

from ..schema import Field, Step
from ..schema.kinds import KINDS, GroupKind
from ..schema.removed import Removed, Rows, is_blank_row, put_back, removed_from

ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_row() -> dict[str, Any]:
    return {"id": get_random_string(10, ID_LETTERS)}


def change_rows(step: Step, changes: dict[str, Any], order: str, removed: Removed) -> str:
    """Carry out ``add:group``, or ``remove``, ``restore``, ``up`` or ``down:group:row`` on typed rows.

    Gives the query and anchor of the place to show next. An order that makes no sense changes nothing.
    """
    verb, group_key, row_id = (*order.split(":"), "", "")[:3]
    group = next((field for field in step.fields if field.key == group_key and KINDS[field.kind].has_rows), None)
    rows: Rows = changes.get(group_key) or []
    if group is None:
        return ""
    if verb == "add" and len(rows) < GroupKind.most(group):
        rows = [*rows, new_row()]
        row_id = rows[-1]["id"]
    elif verb == "restore":
        rows = put_back(rows, [entry for entry in removed_from(removed, group_key) if entry["row"]["id"] == row_id])
    elif verb in ("up", "down"):
        rows = moved(rows, row_id, -1 if verb == "up" else 1)
    elif verb == "remove":
        return remove_row(group, changes, row_id)
    changes[group_key] = rows
    return f"#row-{row_id}"


def remove_row(group: Field, changes: dict[str, Any], row_id: str) -> str:
    """Without a question first: what had content can be put back from the place that is shown next."""
    rows: Rows = changes.get(group.key) or []
    changes[group.key] = [row for row in rows if row["id"] != row_id]
    had_content = any(row["id"] == row_id and not is_blank_row(group, row) for row in rows)
    return f"?removed={group.key}#removed-{group.key}" if had_content else f"#group-{group.key}"


def moved(rows: Rows, row_id: str, by: int) -> Rows:
    position = next((index for index, row in enumerate(rows) if row["id"] == row_id), None)
    if position is None or not 0 <= position + by < len(rows):
        return rows
    rows = list(rows)
    rows[position], rows[position + by] = rows[position + by], rows[position]
    return rows
