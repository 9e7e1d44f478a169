"""Checks answers against a schema: the one judge for the wizard, the API and the submission itself.

A *path* names one answer: ``field`` or ``group.row.column``. Errors are keyed by path, in the order of the questions.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from .kinds import KINDS, GroupKind
from .types import Field, FormSchema

ROW_ID = re.compile("[A-Za-z0-9_-]{1,40}")
Answers = Mapping[str, Any]
Errors = dict[str, list[str]]


def check_form(schema: FormSchema, answers: Answers) -> tuple[dict[str, Any], Errors]:
    return check_fields(schema.fields, answers)


def check_fields(fields: Iterable[Field], answers: Answers, prefix: str = "") -> tuple[dict[str, Any], Errors]:
    """The values of `answers` that are in order, and what is wrong with the others. Unknown keys are dropped."""
    values: dict[str, Any] = {}
    errors: Errors = {}
    for field in fields:
        kind, raw, path = KINDS[field.kind], answers.get(field.key), f"{prefix}{field.key}"
        if isinstance(kind, GroupKind):
            values[field.key], row_errors = _check_rows(field, raw, path)
            errors.update(row_errors)
        elif kind.has_answer:
            try:
                value = kind.validate(field, raw)
            except ValidationError as error:
                errors[path] = error.messages
            else:
                if value is not None:
                    values[field.key] = value
    return values, errors


def _check_rows(field: Field, raw: Any, path: str) -> tuple[list[dict[str, Any]], Errors]:
    rows = rows_of(raw)
    values: list[dict[str, Any]] = []
    errors: Errors = {}
    if message := row_count_message(field, len(rows)):
        errors[path] = [message]
    for row in rows:
        row_values, row_errors = check_fields(field.fields, row, f"{path}.{row['id']}.")
        values.append({"id": row["id"], **row_values})
        errors.update(row_errors)
    return values, errors


def rows_of(raw: Any) -> list[dict[str, Any]]:
    """The rows of a group in `raw`. What has no id of its own, or one that cannot stand in a path, is no row."""
    rows: dict[str, dict[str, Any]] = {}
    for row in raw if isinstance(raw, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str) and ROW_ID.fullmatch(row["id"]):
            rows.setdefault(row["id"], row)
    return list(rows.values())


def row_count_message(field: Field, count: int) -> str:
    fewest, most = GroupKind.fewest(field), GroupKind.most(field)
    if count < fewest:
        message = ngettext(
            "Enter at least %(limit)d entry under “%(label)s”.",
            "Enter at least %(limit)d entries under “%(label)s”.",
            fewest,
        )
        return message % {"limit": fewest, "label": field.label}
    if count > most:
        message = ngettext(
            "Enter at most %(limit)d entry under “%(label)s”.",
            "Enter at most %(limit)d entries under “%(label)s”.",
            most,
        )
        return message % {"limit": most, "label": field.label}
    return ""
