"""Where one stands among the steps."""

from typing import Any

from ..models import DraftAnswers
from ..schema import FormSchema, Step
from ..schema.kinds import KINDS
from ..schema.validation import check_fields


def step_items(
    schema: FormSchema, draft: DraftAnswers, *, current: int, open_paths: set[str] | None
) -> list[dict[str, str]]:
    """The step list: title, state, and the button that saves on the way. `current` counts from 1."""
    return [
        {
            "title": step.title,
            "state": "current" if position == current else state_of(step, draft),
            "name": "go",
            "value": str(position),
        }
        for position, step in enumerate(schema.steps, 1)
        if is_asked(step, open_paths)
    ]


def state_of(step: Step, draft: DraftAnswers) -> str:
    """Done when nothing is wrong; wrong only once somebody has typed into it."""
    asked = [field.key for field in step.fields if KINDS[field.kind].has_answer]
    is_touched = any(key in draft.stamps for key in asked)
    if not check_fields(step.fields, draft.answers)[1]:
        return "done" if is_touched or not asked else "todo"
    return "error" if is_touched else "todo"


def is_asked(step: Step, open_paths: set[str] | None) -> bool:
    """In a correction, only the steps with something to mend."""
    if open_paths is None:
        return True
    keys = {path.split(".", 1)[0] for path in open_paths}
    return any(field.key in keys for field in step.fields)


def neighbour(schema: FormSchema, position: int, by: int, open_paths: set[str] | None) -> int | None:
    """The next (1) or previous (-1) step that is asked; None beyond the ends."""
    position += by
    while 1 <= position <= len(schema.steps):
        if is_asked(schema.steps[position - 1], open_paths):
            return position
        position += by
    return None


def context_of(items: list[dict[str, str]]) -> dict[str, Any]:
    number = next((index for index, item in enumerate(items, 1) if item["state"] == "current"), 0)
    return {"steps": items, "step_number": number, "step_count": len(items)}
