"""Answers in words, step by step, for the confirmation and the case page."""

from collections.abc import Mapping
from typing import Any

from ..forms.builder import in_words
from ..models import Attachment, Submission
from ..schema import Field, FormSchema
from ..schema.kinds import KINDS
from ..schema.paths import walk
from ..schema.validation import rows_of
from .attached import as_file

Files = Mapping[str, Attachment]


def answer_steps(schema: FormSchema, answers: Mapping[str, Any], files: Files) -> list[dict[str, Any]]:
    """For each step its title, position and questions; `answers` raw or filed."""
    return [
        {
            "title": step.title,
            "position": position,
            "answers": [shown(field, answers.get(field.key), files) for field in step.fields if is_shown(field)],
        }
        for position, step in enumerate(schema.steps, 1)
    ]


def is_shown(field: Field) -> bool:
    return KINDS[field.kind].has_answer


def shown(field: Field, value: Any, files: Files) -> dict[str, Any]:
    """One question: its label with its words, its files, or its rows."""
    if KINDS[field.kind].has_rows:
        rows = rows_of(value)
        return {
            "label": field.label,
            "is_group": True,
            "rows": [
                [shown(column, row.get(column.key), files) for column in field.fields if is_shown(column)]
                for row in rows
            ],
        }
    if field.kind == "file":
        names = value if isinstance(value, list) else []
        return {"label": field.label, "files": [as_file(files[name]) for name in names if name in files]}
    return {"label": field.label, "text": "" if value in (None, "", [], {}) else in_words(field, value)}


def changed_answers(submission: Submission, answers: Mapping[str, Any], files: Files) -> list[dict[str, str]]:
    """What a correction changes against the round that was filed: label, before, after."""
    filed = submission.answer_sets.get(round=submission.round).answers
    before = {found.path: found for found in walk(submission.schema, filed)}
    changes = []
    for found in walk(submission.schema, answers):
        old = before.get(found.path)
        words = text_of(found.field, found.value, files)
        old_words = text_of(old.field, old.value, files) if old else ""
        if words != old_words:
            changes.append({"label": found.label, "before": old_words, "after": words})
    return changes


def text_of(field: Field, value: Any, files: Files) -> str:
    answer = shown(field, value, files)
    return answer["text"] if "text" in answer else "、".join(file["name"] for file in answer.get("files", ()))
