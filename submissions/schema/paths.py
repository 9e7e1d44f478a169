"""Finds answers by path: ``field``, ``group.row.column``, and deeper where groups lie in groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .evaluation import Area, Evaluation
from .kinds import KINDS
from .rows import row_name, rows_of
from .types import Field


@dataclass(frozen=True, slots=True)
class Located:
    """One question as it was answered: `value` is None if it was not."""

    path: str
    field: Field
    value: Any
    trail: tuple[str, ...] = ()
    """The rows around it, from the outermost, as people call them."""

    @property
    def label(self) -> str:
        return ": ".join((*self.trail, self.field.label))


def walk(evaluation: Evaluation) -> Iterator[Located]:
    """Every question that was asked and takes an answer, in order, one for each row of a group; as it was typed."""
    for step in evaluation.steps:
        yield from _walk(evaluation.form, step.fields, ())


def _walk(area: Area, fields: tuple[Field, ...], trail: tuple[str, ...]) -> Iterator[Located]:
    for field in fields:
        kind = KINDS[field.kind]
        if not kind.has_answer or not area.is_shown(field):
            continue
        if kind.has_rows:
            for number, row in enumerate(area.rows(field.key), 1):
                yield from _walk(row, field.fields, (*trail, row_name(field, number, row.title)))
        else:
            value = area.raw.get(field.key) if kind.is_typed else area.value(field)
            yield Located(f"{area.prefix}{field.key}", field, value, trail)


def groups_at(evaluation: Evaluation) -> Iterator[tuple[str, Field]]:
    """The path of every group, once for each row around it."""
    for key, place in evaluation.schema.index.items():
        if KINDS[place.field.kind].has_rows:
            for area in evaluation.areas_of(key):
                yield f"{area.prefix}{key}", place.field


def is_within(path: str, paths: set[str]) -> bool:
    """Whether `path`, or a group or row around it, is among `paths`."""
    parts = path.split(".")
    return any(".".join(parts[:count]) in paths for count in range(1, len(parts) + 1))


def holder_of(answers: dict[str, Any], path: str) -> tuple[dict[str, Any], str] | None:
    """The dict that holds the answer at `path`, and its key there; None if a row on the way is missing."""
    *rows, key = path.split(".")
    holder = answers
    for group, row_id in zip(rows[::2], rows[1::2], strict=False):
        found = next((row for row in rows_of(holder.get(group)) if row["id"] == row_id), None)
        if found is None:
            return None
        holder = found
    return (holder, key) if len(rows) % 2 == 0 else None
