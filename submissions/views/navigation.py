"""Where one stands among the steps."""

from typing import Any

from ..models import DraftAnswers
from ..schema import Step
from ..schema.estimate import in_minutes, seconds_of
from ..schema.evaluation import Evaluation
from ..schema.kinds import KINDS
from ..schema.validation import check_step


def step_items(
    evaluation: Evaluation, draft: DraftAnswers, *, current: int, open_paths: set[str] | None
) -> list[dict[str, str]]:
    """The step list: title, state, and the button that saves on the way. `current` counts from 1."""
    return [
        {
            "title": step.title,
            "state": "current" if position == current else state_of(evaluation, step, draft),
            "name": "go",
            "value": str(position),
            "seconds": str(seconds_of(step)),
        }
        for position, step in enumerate(evaluation.schema.steps, 1)
        if is_asked(evaluation, step, open_paths)
    ]


def state_of(evaluation: Evaluation, step: Step, draft: DraftAnswers) -> str:
    """Done when nothing is wrong and something was answered, if only by the profile; wrong only once somebody has typed
    into it, or brought something doubtful along.
    """
    asked = [field.key for field in step.fields if KINDS[field.kind].has_answer]
    is_touched = any(key in draft.stamps for key in asked)
    if {path.partition(".")[0] for path in draft.doubts} & set(asked):
        return "error"
    if not check_step(evaluation, step):
        return "done" if is_touched or not asked or any(map(draft.answers.get, asked)) else "todo"
    return "error" if is_touched else "todo"


def is_asked(evaluation: Evaluation, step: Step, open_paths: set[str] | None) -> bool:
    """Not what a rule skips; in a correction, only the steps with something to mend."""
    if not evaluation.is_step_shown(step):
        return False
    if open_paths is None:
        return True
    keys = {path.split(".", 1)[0] for path in open_paths}
    return any(field.key in keys for field in step.fields)


def neighbour(evaluation: Evaluation, position: int, by: int, open_paths: set[str] | None) -> int | None:
    """The next (1) or previous (-1) step that is asked; None beyond the ends."""
    steps = evaluation.schema.steps
    position += by
    while 1 <= position <= len(steps):
        if is_asked(evaluation, steps[position - 1], open_paths):
            return position
        position += by
    return None


def context_of(items: list[dict[str, str]]) -> dict[str, Any]:
    number = next((index for index, item in enumerate(items, 1) if item["state"] == "current"), 0)
    key = tuple((item["value"], item["state"]) for item in items)
    names = {"steps": items, "steps_key": key, "step_number": number, "step_count": len(items)}
    return {**names, **_progress(items)}


def _progress(items: list[dict[str, str]]) -> dict[str, int]:
    """How many steps are done, and the minutes that the others may take."""
    left = [int(item["seconds"]) for item in items if item["state"] != "done"]
    return {"steps_done": len(items) - len(left), "minutes_left": in_minutes(sum(left))}
