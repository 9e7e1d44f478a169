"""What somebody typed on a page, rows included that another window has removed since the page was made."""

from typing import Any

from django.utils.datastructures import MultiValueDict

from ..models import DraftAnswers
from ..schema import Step
from ..schema.kinds import KINDS
from ..schema.removed import is_same_row, put_back, removed_from, removed_rows
from .builder import StepForm

CHANGED = "changed"
BUTTONS = ("address", "town", "bank", "rows", "same")
"""Names of buttons whose value says which question they are about."""


def typed_changes(
    step: Step, draft: DraftAnswers, data: MultiValueDict[str, Any], *, open_paths: set[str] | None = None
) -> dict[str, Any]:
    """Raw answers by top-level key. A removed row is among them only if the page says something else about it.

    A page with scripts names what was changed on it: the rest of it may be older than the draft and is left alone.
    """
    groups = [field for field in step.fields if KINDS[field.kind].has_rows]
    whole = {
        group.key: put_back(draft.answers.get(group.key), removed_from(draft.removed, group.key)) for group in groups
    }
    evaluation = draft.submission.evaluate({**draft.answers, **whole})
    typed = StepForm(step, evaluation, open_paths=open_paths).changes(data)
    for group in groups:
        kept = {row["id"]: row for row in removed_rows(draft.removed, group.key)}
        typed[group.key] = [
            row for row in typed[group.key] if row["id"] not in kept or not is_same_row(group, row, kept[row["id"]])
        ]
    return only_changed(typed, data)


def only_changed(changes: dict[str, Any], data: MultiValueDict[str, Any]) -> dict[str, Any]:
    """The questions that the page names as changed or that its button is about; all of them if it names none."""
    if CHANGED not in data:
        return changes
    names = {*data.getlist(CHANGED), *(part for name in BUTTONS for part in data.get(name, "").split(":"))}
    return {key: value for key, value in changes.items() if any(is_part_of(key, name) for name in names)}


def is_part_of(key: str, name: str) -> bool:
    """Whether a box, or a path, belongs to the top-level question `key`."""
    return name == key or name.startswith((f"{key}-", f"{key}."))
