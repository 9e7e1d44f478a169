"""Adding, removing, putting back and moving the rows of a repeating group, without JavaScript too."""

from collections.abc import Iterator
from typing import Any

from django.utils.crypto import get_random_string

from ..schema import Field, Step
from ..schema.kinds import KINDS, GroupKind
from ..schema.paths import holder_of
from ..schema.removed import Removed, Rows, is_blank_row, put_back, removed_from
from ..schema.rows import has_given_rows, rows_of

ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_row() -> dict[str, Any]:
    return {"id": get_random_string(10, ID_LETTERS)}


def change_rows(step: Step, changes: dict[str, Any], order: str, removed: Removed) -> str:
    """Carry out ``add:group``, or ``remove``, ``restore``, ``up`` or ``down:group:row`` on typed rows.

    Gives the query and anchor of the place to show next. An order that makes no sense changes nothing.
    """
    verb, group_key, row_id = (*order.split(":"), "", "")[:3]
    key = group_key.rpartition(".")[2]
    group = next((field for field in groups_in(step.fields) if field.key == key), None)
    place = holder_of(changes, group_key)
    if group is None or place is None or has_given_rows(group):
        return ""
    holder, key = place
    rows: Rows = rows_of(holder.get(key))
    if verb == "add" and len(rows) < GroupKind.most(group):
        rows = [*rows, new_row()]
        row_id = rows[-1]["id"]
    elif verb == "restore":
        rows = put_back(rows, [entry for entry in removed_from(removed, group_key) if entry["row"]["id"] == row_id])
    elif verb in ("up", "down"):
        rows = moved(rows, row_id, -1 if verb == "up" else 1)
    elif verb == "remove":
        holder[key] = [row for row in rows if row["id"] != row_id]
        had_content = any(row["id"] == row_id and not is_blank_row(group, row) for row in rows)
        is_kept = had_content and group_key == key
        return f"?removed={key}#removed-{key}" if is_kept else f"#group-{group_key}"
    holder[key] = rows
    return f"#row-{group_key}.{row_id}"


def groups_in(fields: tuple[Field, ...]) -> Iterator[Field]:
    """The groups among `fields`, and those inside them."""
    for field in fields:
        if KINDS[field.kind].has_rows:
            yield field
            yield from groups_in(field.fields)


def moved(rows: Rows, row_id: str, by: int) -> Rows:
    position = next((index for index, row in enumerate(rows) if row["id"] == row_id), None)
    if position is None or not 0 <= position + by < len(rows):
        return rows
    rows = list(rows)
    rows[position], rows[position + by] = rows[position + by], rows[position]
    return rows
