"""Takes the answers to one form over into another: by key, and with a mark where somebody should look again.

Nothing is dropped silently. What the new form does not ask, or cannot hold as it was answered, is left: kept beside the
new answers under the keys of the old form.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from ..enums import Doubt
from .kinds import KINDS, file_kind
from .rows import rows_of
from .types import Field, FormSchema
from .validation import row_count_message

Answers = dict[str, Any]
Doubts = dict[str, str]
Fits = Callable[[Field, str], bool]
"""Whether the file of an id satisfies the rules of a file question."""


@dataclass(slots=True)
class Carried:
    """`doubts` maps a path of the new form to a `Doubt`; `left` holds old answers, raw, of which one should know."""

    answers: Answers = field(default_factory=dict)
    doubts: Doubts = field(default_factory=dict)
    left: Answers = field(default_factory=dict)


def carry_over(old: FormSchema, new: FormSchema, answers: Mapping[str, Any], *, fits: Fits | None = None) -> Carried:
    """The answers of a draft of `old` as a draft of `new`. Without `fits`, every file counts as allowed."""
    return _carry_fields(tuple(old.fields), tuple(new.fields), answers, "", fits or (lambda question, name: True))


def still_doubtful(doubts: Doubts, key: str, before: Any, after: Any) -> Doubts:
    """The marks that remain once the answer under the top-level `key` changed from `before` to `after`."""
    return {path: reason for path, reason in doubts.items() if not _is_settled(path, key, before, after)}


def answer_at(answers: Mapping[str, Any], path: str) -> Any:
    """The raw answer at ``field`` or ``group.row.column``; None if there is none."""
    key, _dot, rest = path.partition(".")
    if not rest:
        return answers.get(key)
    row_id, _dot, below = rest.partition(".")
    return next((answer_at(row, below) for row in rows_of(answers.get(key)) if row["id"] == row_id), None)


def _is_settled(path: str, key: str, before: Any, after: Any) -> bool:
    return path.partition(".")[0] == key and answer_at({key: before}, path) != answer_at({key: after}, path)


def _carry_fields(
    old: Iterable[Field], new: Iterable[Field], answers: Mapping[str, Any], prefix: str, fits: Fits
) -> Carried:
    carried, coming = Carried(), {question.key: question for question in new if _is_typed(question)}
    for question in old:
        raw = answers.get(question.key)
        if not _is_typed(question) or question.key not in answers:
            continue
        successor = coming.get(question.key)
        if successor == question:
            carried.answers[question.key] = raw
        elif successor is None:
            _leave(carried, question, raw)
        elif KINDS[question.kind].has_rows and KINDS[successor.kind].has_rows:
            _carry_rows(carried, question, successor, raw, prefix, fits)
        else:
            _carry_answer(carried, question, successor, raw, prefix, fits)
    return carried


def _is_typed(question: Field) -> bool:
    """Somebody answers it: not a note, and nothing that the form works out itself."""
    return KINDS[question.kind].has_answer and KINDS[question.kind].is_typed


def _carry_answer(carried: Carried, old: Field, new: Field, raw: Any, prefix: str, fits: Fits) -> None:
    if KINDS[old.kind].is_blank(raw):
        if old.kind == new.kind:
            carried.answers[old.key] = raw
        return
    value, doubt = _judge(old, new, raw, fits)
    if value is not None:
        carried.answers[old.key] = value
    if doubt is not None:
        carried.doubts[f"{prefix}{old.key}"] = str(doubt)
        carried.left[old.key] = raw


def _carry_rows(carried: Carried, old: Field, new: Field, raw: Any, prefix: str, fits: Fits) -> None:
    rows, left = [], []
    for row in rows_of(raw):
        if new.kind == "table" and all(row["id"] != kept.key for kept in new.choices):
            left.append(row)
            continue
        below = _carry_fields(old.fields, new.fields, row, f"{prefix}{old.key}.{row['id']}.", fits)
        rows.append({"id": row["id"], **below.answers})
        left.append({"id": row["id"], **below.left})
        carried.doubts.update(below.doubts)
    carried.answers[old.key] = rows
    if any(len(row) > 1 for row in left):
        carried.left[old.key] = left
    if row_count_message(new, len(rows)) and not row_count_message(old, len(rows)):
        carried.doubts[f"{prefix}{old.key}"] = str(Doubt.LIMIT)


def _leave(carried: Carried, question: Field, raw: Any) -> None:
    if not KINDS[question.kind].is_blank(raw):
        carried.left[question.key] = raw


def _judge(old: Field, new: Field, raw: Any, fits: Fits) -> tuple[Any, Doubt | None]:
    """What to write into the new form (None: nothing), and why it should be looked at (None: no need)."""
    if KINDS[old.kind].has_files and KINDS[new.kind].has_files:
        return _files(old, new, raw, fits)
    if old.kind != new.kind:
        return _converted(old, new, raw), Doubt.KIND
    if new.kind == "declaration" and old.label != new.label:
        return None, Doubt.REWORDED
    if _is_right(old, raw) and not _is_right(new, raw):
        return raw, Doubt.CHOICE if new.choices else Doubt.LIMIT
    return raw, Doubt.REWORDED if _meaning(old, raw) != _meaning(new, raw) else None


def _files(old: Field, new: Field, raw: Any, fits: Fits) -> tuple[Any, Doubt | None]:
    names = raw if isinstance(raw, list) else [raw]
    kept = [name for name in names if fits(new, str(name))]
    if kept != names or _is_stricter(old, new):
        return kept, Doubt.FILE
    return kept, Doubt.REWORDED if old.label != new.label else None


def _is_stricter(old: Field, new: Field) -> bool:
    before, after = file_kind(old), file_kind(new)
    return (
        not set(before.extensions(old)) <= set(after.extensions(new))
        or after.max_bytes(new) < before.max_bytes(old)
        or after.most(new) < before.most(old)
    )


def _meaning(question: Field, raw: Any) -> tuple[Any, ...]:
    """What the answer says: the words of the question, the unit, the words of what was chosen."""
    chosen = raw if isinstance(raw, list) else [raw]
    words = [choice.label for choice in question.choices if choice.key in chosen or choice.alias in chosen]
    return question.label, question.options.get("unit"), words


def _converted(old: Field, new: Field, raw: Any) -> Any:
    """An answer of another kind as this kind writes it; None where it cannot be."""
    if any(kind.has_rows or kind.has_files for kind in (KINDS[old.kind], KINDS[new.kind])):
        return None
    try:
        return KINDS[new.kind].clean(new, KINDS[old.kind].clean(old, raw))
    except ValidationError:
        return None


def _is_right(question: Field, raw: Any) -> bool:
    try:
        KINDS[question.kind].clean(question, raw)
    except ValidationError:
        return False
    return True
