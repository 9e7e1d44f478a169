"""Answers as programs name them, by key or by the readable alias that an author gave, turned into keys."""

import secrets
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..corrections import confine, paths_to_correct
from ..enums import State
from ..models import Submission
from ..refusals import Refused
from ..schema import Field, FormSchema
from ..schema.kinds import KINDS
from ..schema.kinds.tables import row_id
from ..schema.rows import ROW_ID
from ..schema.validation import Errors

Row = dict[str, Any]


class UnusableAnswers(Refused):
    code = "unusable_answers"
    message = gettext_lazy("Some answers do not belong to this form. Nothing was saved.")


class ClosedAnswers(Refused):
    code = "closed_answers"
    message = gettext_lazy("Only the items of the correction can be changed. Nothing was saved.")


def named(fields: Iterable[Field]) -> dict[str, Field]:
    """The fields that take an answer by key and by alias; a key wins. A calculated value takes none."""
    asked = [field for field in fields if KINDS[field.kind].is_typed]
    return {field.alias: field for field in asked if field.alias} | {field.key: field for field in asked}


def answers_by_key(schema: FormSchema, sent: dict[str, Any]) -> dict[str, Any]:
    """`sent` under the keys of `schema`. Rows without an id get one. UnusableAnswers names what has no place."""
    errors: Errors = {}
    answers = _by_key(schema.fields, sent, "", errors)
    if errors:
        raise UnusableAnswers(errors=errors)
    return answers


def path_by_key(schema: FormSchema, path: str) -> str:
    """``field`` or ``group.row.column`` (and deeper), each name by key or by alias, as a path of keys."""
    fields, keys = tuple(schema.fields), list[str]()
    names = path.split(".")
    for name, row in zip_longest(names[::2], names[1::2], fillvalue=""):
        field = named(fields).get(name)
        if field is None or (row and not ROW_ID.fullmatch(row)):
            raise UnusableAnswers(errors={path: [_unknown()]})
        keys += [field.key, row_id(field, row)] if row else [field.key]
        fields = field.fields
    if len(names) % 2 == 0:
        raise UnusableAnswers(errors={path: [_unknown()]})
    return ".".join(keys)


def refuse_closed(submission: Submission, answers: dict[str, Any]) -> None:
    """In a correction the screens lock what is not asked for; a program is told."""
    if submission.status is not State.CORRECTION_REQUESTED:
        return
    stored, open_paths = submission.draft.answers, paths_to_correct(submission) or set()
    closed = [
        key
        for key, value in answers.items()
        if value != stored.get(key) and confine(key, stored.get(key), value, open_paths) != value
    ]
    if closed:
        raise ClosedAnswers(errors={key: [_("This is not among the items to correct.")] for key in closed})


def _by_key(fields: Iterable[Field], sent: Row, prefix: str, errors: Errors) -> Row:
    known, answers = named(fields), {}
    for name, value in sent.items():
        field = known.get(name)
        if field is None or field.key in answers:
            errors[f"{prefix}{name}"] = [_unknown() if field is None else _("This answer was sent twice.")]
        elif KINDS[field.kind].has_rows:
            answers[field.key] = _rows_by_key(field, value, f"{prefix}{name}", errors)
        else:
            answers[field.key] = value
    return answers


def _rows_by_key(field: Field, sent: Any, path: str, errors: Errors) -> list[Row]:
    if not isinstance(sent, list) or not all(isinstance(row, dict) for row in sent):
        errors[path] = [_("Send a list of objects here, one for each entry.")]
        return []
    rows: dict[str, Row] = {}
    for row in sent:
        name = row.get("id", "") or secrets.token_hex(6)
        row_key = row_id(field, name) if isinstance(name, str) else ""
        if not ROW_ID.fullmatch(row_key) or row_key in rows:
            errors[path] = [_("The id of an entry must be its own: letters, digits, hyphens, 40 at most.")]
            continue
        columns = {name: value for name, value in row.items() if name != "id"}
        rows[row_key] = {"id": row_key, **_by_key(field.fields, columns, f"{path}.{row_key}.", errors)}
    return list(rows.values())


def _unknown() -> str:
    return _("The form has no such question.")
