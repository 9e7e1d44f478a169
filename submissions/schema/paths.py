"""Finds answers by path: ``field`` or ``group.row.column``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .kinds import KINDS
from .types import Field, FormSchema
from .validation import rows_of


@dataclass(frozen=True, slots=True)
class Located:
    """One question as it was answered: `value` is None if it was not."""

    path: str
    field: Field
    value: Any
    group: Field | None = None
    row_number: int = 0
    """From 1 inside a group, else 0."""

    @property
    def label(self) -> str:
        if self.group is None:
            return self.field.label
        return f"{self.group.label} {self.row_number}: {self.field.label}"


def walk(schema: FormSchema, answers: Mapping[str, Any]) -> Iterator[Located]:
    """Every question that takes an answer, in order, one for each row of a group."""
    return walk_fields(schema.fields, answers)


def walk_fields(fields: Iterator[Field] | tuple[Field, ...], answers: Mapping[str, Any]) -> Iterator[Located]:
    for field in fields:
        kind = KINDS[field.kind]
        if kind.has_rows:
            for number, row in enumerate(rows_of(answers.get(field.key)), 1):
                for column in field.fields:
                    if KINDS[column.kind].has_answer:
                        path = f"{field.key}.{row['id']}.{column.key}"
                        yield Located(path, column, row.get(column.key), field, number)
        elif kind.has_answer:
            yield Located(field.key, field, answers.get(field.key))
