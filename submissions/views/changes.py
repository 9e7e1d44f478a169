"""What a correction changed, answer by answer: from it the summary before sending, the record after, the ticks."""

from dataclasses import dataclass, field
from typing import Any

from ..enums import Change
from ..models import Submission
from ..schema.evaluation import Evaluation
from ..schema.kinds import KINDS
from ..schema.paths import Located, is_within, walk
from .answers import Files, text_of, words_of

Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """`before` and `after` are shown like any answer: a `text`, or `files`; empty where there was none."""

    path: str
    label: str
    kind: Change
    before: Words = field(default_factory=dict)
    after: Words = field(default_factory=dict)


def changes_between(before: Evaluation, after: Evaluation, files: Files) -> list[ChangedAnswer]:
    """In the order of the form; what is no longer there comes last. A file changes with its content, not its name."""
    old, new = ({found.path: found for found in walk(evaluation)} for evaluation in (before, after))
    changed = [_changed(old.get(path), found, files) for path, found in new.items()]
    gone = [_changed(found, None, files) for path, found in old.items() if path not in new]
    return [change for change in (*changed, *gone) if change is not None]


def is_touched(path: str, changes: list[ChangedAnswer]) -> bool:
    """Whether the answer at `path`, or one inside of it, is among `changes`."""
    return any(is_within(change.path, {path}) for change in changes)


def rounds_with_changes(submission: Submission, files: Files) -> list[dict[str, Any]]:
    """Each correction that was sent, the newest first: when, and what it changed. The filed rounds are never edited."""
    rounds = list(submission.answer_sets.all())
    return [
        {
            "filed_at": new.filed_at,
            "changes": changes_between(old.evaluation, new.evaluation, files),
        }
        for old, new in reversed(list(zip(rounds, rounds[1:], strict=False)))
    ]


def _changed(old: Located | None, new: Located | None, files: Files) -> ChangedAnswer | None:
    found = new or old
    assert found is not None
    if _essence(old, files) == _essence(new, files):
        return None
    before, after = (words_of(each.field, each.value, files) if each else {} for each in (old, new))
    kind = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    return ChangedAnswer(found.path, found.label, kind, before, after)


def _essence(found: Located | None, files: Files) -> str | list[str]:
    """What is compared: the words, since a draft spells values otherwise than a round; of files the ids."""
    if found is None:
        return ""
    if KINDS[found.field.kind].has_files:
        return [str(name) for name in found.value or ()] or ""
    return text_of(found.field, found.value, files)
