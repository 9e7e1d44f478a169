"""What opens in a correction: the flagged items and nothing else."""

from typing import Any

from .enums import State
from .models import CorrectionRequest, DraftAnswers, Submission
from .schema.paths import walk
from .schema.rows import rows_of


def open_correction(submission: Submission) -> CorrectionRequest | None:
    """The correction that the applicant is asked for now."""
    if submission.state != State.CORRECTION_REQUESTED:
        return None
    return submission.corrections.filter(closed_at=None).prefetch_related("items").first()


def paths_to_correct(submission: Submission) -> set[str] | None:
    """The paths that may be typed into; None where everything may (a draft)."""
    if submission.state == State.DRAFT:
        return None
    return open_paths_of(submission, open_correction(submission))


def open_paths_of(submission: Submission, correction: CorrectionRequest | None) -> set[str]:
    """The items that were flagged, and the questions that the form asks only since one of them has changed."""
    if correction is None:
        return set()
    flagged = {item.path for item in correction.items.all()}
    return flagged if submission.schema.is_static else flagged | _newly_asked(submission)


def _newly_asked(submission: Submission) -> set[str]:
    """Read afresh: the answer that makes a question necessary may have been saved a moment ago."""
    filed = submission.answer_sets.get(round=submission.round)
    typed = DraftAnswers.objects.values_list("answers", flat=True).get(submission=submission)
    before = {found.path for found in walk(filed.evaluation)}
    return {found.path for found in walk(submission.evaluate(typed))} - before


def confine(path: str, stored: Any, typed: Any, open_paths: set[str]) -> Any:
    """`typed` as far as it touches open paths; the rest stays as it is `stored`.

    A group in the open paths opens its rows, ``group.row.column`` a single cell.
    """
    if path in open_paths:
        return typed
    if not (isinstance(stored, list) and isinstance(typed, list)):
        return stored
    typed_rows = {row["id"]: row for row in rows_of(typed)}
    return [_confine_row(path, row, typed_rows.get(row.get("id"), {}), open_paths) for row in stored]


def _confine_row(path: str, stored: Any, typed: dict[str, Any], open_paths: set[str]) -> Any:
    if not isinstance(stored, dict):
        return stored
    place = f"{path}.{stored['id']}"
    cells = {key: value for key, value in typed.items() if key != "id" and is_below(f"{place}.{key}", open_paths)}
    return {
        **stored,
        **{key: confine(f"{place}.{key}", stored.get(key), new, open_paths) for key, new in cells.items()},
    }


def is_below(path: str, open_paths: set[str]) -> bool:
    """Whether `path`, or something in it, is open."""
    return any(found == path or found.startswith(f"{path}.") for found in open_paths)
