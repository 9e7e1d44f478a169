"""Makes the answers to one procedure readable for another: where keys differ, the readable names decide.

Keys are the same only where two forms use one part of the library. Authors give questions that mean the same one alias.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from .kinds import KINDS
from .rows import rows_of
from .types import Choice, Field

Answers = dict[str, Any]


def rekeyed(
    old: Iterable[Field], new: Iterable[Field], answers: Mapping[str, Any]
) -> tuple[tuple[Field, ...], Answers]:
    """The questions of `old` that `new` asks too, with the keys of `new`, and the answers to them."""
    by_key = {field.key: field for field in new}
    by_alias = {field.alias: field for field in by_key.values() if field.alias}
    fields, values = [], {}
    for field in old:
        successor = by_key.get(field.key) or (by_alias.get(field.alias) if field.alias else None)
        if (
            successor is None
            or field.key not in answers
            or KINDS[field.kind].has_rows != KINDS[successor.kind].has_rows
        ):
            continue
        asked, raw = _one(field, successor, answers[field.key])
        fields.append(asked)
        values[successor.key] = raw
    return tuple(fields), values


def _one(field: Field, successor: Field, raw: Any) -> tuple[Field, Any]:
    if not KINDS[field.kind].has_rows:
        names = _names(field.choices, successor.choices)
        choices = tuple(replace(choice, key=names.get(choice.key, choice.key)) for choice in field.choices)
        return replace(field, key=successor.key, choices=choices), _chosen(raw, names)
    columns: dict[str, Field] = {}
    rows = []
    for row in rows_of(raw):
        below, values = rekeyed(field.fields, successor.fields, row)
        columns.update({column.key: column for column in below})
        rows.append({"id": row["id"], **values})
    return replace(field, key=successor.key, fields=tuple(columns.values())), rows


def _names(old: tuple[Choice, ...], new: tuple[Choice, ...]) -> dict[str, str]:
    """Keys of choices by those that say the same: by alias, else by words."""
    by_alias = {choice.alias: choice.key for choice in new if choice.alias}
    by_label = {choice.label: choice.key for choice in new}
    found = {choice.key: by_alias.get(choice.alias) or by_label.get(choice.label) for choice in old}
    return {key: name for key, name in found.items() if name}


def _chosen(raw: Any, names: Mapping[str, str]) -> Any:
    if isinstance(raw, list):
        return [_chosen(item, names) for item in raw]
    return names.get(raw, raw) if isinstance(raw, str) else raw
