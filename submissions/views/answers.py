"""Answers in words, step by step, for the confirmation and the case page."""

from collections.abc import Mapping
from typing import Any

from ..forms.words import in_words
from ..models import Attachment
from ..schema import Field
from ..schema.evaluation import Area, Evaluation
from ..schema.kinds import KINDS
from ..schema.rows import row_name
from .attached import as_file
from .substitutes import note_on

Files = Mapping[str, Attachment]


def answer_steps(evaluation: Evaluation, files: Files) -> list[dict[str, Any]]:
    """For each step that is asked its title, position and questions; the answers raw or filed."""
    return [
        {"title": step.title, "position": position, "answers": shown_fields(evaluation.form, step.fields, files)}
        for position, step in enumerate(evaluation.schema.steps, 1)
        if evaluation.is_step_shown(step)
    ]


def shown_fields(area: Area, fields: tuple[Field, ...], files: Files) -> list[dict[str, Any]]:
    return [shown(area, field, files) for field in fields if KINDS[field.kind].has_answer and area.is_shown(field)]


def shown(area: Area, field: Field, files: Files) -> dict[str, Any]:
    """One question: its label with its words, its files, or its rows."""
    kind = KINDS[field.kind]
    if kind.has_rows:
        rows = area.rows(field.key)
        titles = [row_name(field, number, row.title) for number, row in enumerate(rows, 1)]
        cells = [shown_fields(row, field.fields, files) for row in rows]
        return {"label": field.label, "is_group": True, "rows": list(zip(titles, cells, strict=True))}
    value = area.raw.get(field.key) if kind.is_typed else area.value(field)
    return {"label": field.label, "key": field.key, **words_of(field, value, files), "note": note_on(value)}


def words_of(field: Field, value: Any, files: Files) -> dict[str, Any]:
    if KINDS[field.kind].has_files:
        names = value if isinstance(value, list) else []
        return {"files": [as_file(files[name]) for name in names if name in files]}
    if not KINDS[field.kind].is_typed:
        return {"text": KINDS[field.kind].display(field, value)}
    return {"text": "" if value in (None, "", [], {}) else in_words(field, value)}


def text_of(field: Field, value: Any, files: Files) -> str:
    answer = words_of(field, value, files)
    return answer["text"] if "text" in answer else "、".join(file["name"] for file in answer["files"])
