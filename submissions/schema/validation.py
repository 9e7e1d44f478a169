"""Checks answers against a schema: the one judge for the wizard, the API and the submission itself.

A *path* names one answer: ``field``, ``group.row.column``, or deeper where groups lie in groups. Errors are keyed by
path, in the order of the questions.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from .evaluation import Area, Evaluation
from .kinds import KINDS, GroupKind
from .rows import has_given_rows
from .types import Field, Step

Values = dict[str, Any]
Errors = dict[str, list[str]]


def check(evaluation: Evaluation) -> tuple[Values, Errors]:
    """The values of the answers that are asked for and in order, and what is wrong with the others.

    Calculated values are among the values; unknown keys, and what a rule hides, are dropped. A rule that stops the
    applicant is an error of the question it is about.
    """
    values: Values = {}
    errors: Errors = {}
    for step in evaluation.steps:
        _check_fields(evaluation.form, step.fields, values, errors)
    for stop in evaluation.stops():
        errors.setdefault(stop.path, []).append(stop.message)
    return values, errors


def check_step(evaluation: Evaluation, step: Step) -> Errors:
    """What is wrong with the answers of one step."""
    errors: Errors = {}
    if evaluation.is_step_shown(step):
        _check_fields(evaluation.form, step.fields, {}, errors)
        for stop in evaluation.stops():
            if evaluation.schema.step_of(stop.path.split(".", 1)[0]) is step:
                errors.setdefault(stop.path, []).append(stop.message)
    return errors


def _check_fields(area: Area, fields: Iterable[Field], values: Values, errors: Errors) -> None:
    for field in fields:
        kind, path = KINDS[field.kind], f"{area.prefix}{field.key}"
        if not kind.has_answer or not area.is_shown(field):
            continue
        if isinstance(kind, GroupKind):
            values[field.key] = _check_rows(area, field, path, errors)
            continue
        value, faults = judge(area, field)
        if faults:
            errors[path] = faults
        elif value is not None:
            values[field.key] = value


def judge(area: Area, field: Field) -> tuple[Any, list[str]]:
    """The value of one answer and what is wrong with it: by its kind first, by the rules if the kind accepts it."""
    kind = KINDS[field.kind]
    try:
        value = kind.validate(area.as_asked(field), area.raw.get(field.key))
    except ValidationError as error:
        return None, error.messages
    return (value if kind.is_typed else area.value(field)), area.sentences("limit", field)


def _check_rows(area: Area, field: Field, path: str, errors: Errors) -> list[Values]:
    values: list[Values] = []
    if faults := row_faults(area, field):
        errors[path] = faults
    for row in area.rows(field.key):
        row_values: Values = {"id": row.raw["id"]}
        _check_fields(row, field.fields, row_values, errors)
        values.append(row_values)
    return values


def row_faults(area: Area, group: Field) -> list[str]:
    """What is wrong with a group as a whole."""
    message = row_count_message(area.as_asked(group), len(area.rows(group.key)))
    return [message] if message else area.sentences("limit", group)


def row_count_message(field: Field, count: int) -> str:
    """Empty where the number of rows is right; a table, or a group that follows another list, has as many as that."""
    if has_given_rows(field):
        return ""
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
