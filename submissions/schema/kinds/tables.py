from ..types import Field
from .base import JSON
from .layout import GroupKind


class TableKind(GroupKind):
    """Rows that the author set, each asked the same. The choices of the field are its rows, their keys the ids."""

    name = "table"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "array", "minItems": len(field.choices), "maxItems": len(field.choices)}


def row_id(field: Field, name: str) -> str:
    """The id of the row that a program calls `name`: of a table, by its alias too."""
    rows = field.choices if field.kind == TableKind.name else ()
    return next((row.key for row in rows if row.alias and row.alias == name), name)
