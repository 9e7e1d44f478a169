"""Adding, removing and moving the rows of a repeating group, without JavaScript too."""

from collections.abc import Iterator
from typing import Any

from django.utils.crypto import get_random_string

from ..schema import Field, Step
from ..schema.kinds import KINDS, GroupKind
from ..schema.paths import holder_of
from ..schema.rows import rows_of

Rows = list[dict[str, Any]]
ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_row() -> dict[str, Any]:
    return {"id": get_random_string(10, ID_LETTERS)}


def change_rows(step: Step, changes: dict[str, Any], order: str) -> str:
    """Carry out ``add:group``, ``remove:group:row``, ``up:group:row`` or ``down:group:row`` on typed rows.

    Gives the anchor of the place to show next. An order that makes no sense changes nothing.
    """
    verb, group_key, row_id = (*order.split(":"), "", "")[:3]
    key = group_key.rpartition(".")[2]
    group = next((field for field in groups_in(step.fields) if field.key == key), None)
    place = holder_of(changes, group_key)
    if group is None or place is None or "follows" in group.options:
        return ""
    holder, key = place
    rows: Rows = rows_of(holder.get(key))
    if verb == "add" and len(rows) < GroupKind.most(group):
        rows = [*rows, new_row()]
        row_id = rows[-1]["id"]
    elif verb == "remove":
        rows = [row for row in rows if row["id"] != row_id]
    elif verb in ("up", "down"):
        rows = moved(rows, row_id, -1 if verb == "up" else 1)
    holder[key] = rows
    return f"row-{group_key}.{row_id}" if verb != "remove" else f"group-{group_key}"


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
