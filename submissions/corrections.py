"""What opens in a correction: the flagged items and nothing else."""

from typing import Any

from .enums import State
from .models import CorrectionRequest, Submission
from .schema.validation import rows_of


def open_correction(submission: Submission) -> CorrectionRequest | None:
    """The correction that the applicant is asked for now."""
    if submission.state != State.CORRECTION_REQUESTED:
        return None
    return submission.corrections.filter(closed_at=None).prefetch_related("items").first()


def paths_to_correct(submission: Submission) -> set[str] | None:
    """The paths that may be typed into; None where everything may (a draft)."""
    if submission.state == State.DRAFT:
        return None
    correction = open_correction(submission)
    return {item.path for item in correction.items.all()} if correction else set()


def confine(key: str, stored: Any, typed: Any, open_paths: set[str]) -> Any:
    """`typed` as far as it touches open paths; the rest stays as it is `stored`.

    ``group`` in the open paths opens the rows themselves, ``group.row.column`` a single cell.
    """
    if key in open_paths:
        return typed
    if not (isinstance(stored, list) and isinstance(typed, list)):
        return stored
    typed_rows = {row["id"]: row for row in rows_of(typed)}
    return [_confine_row(key, row, typed_rows.get(row.get("id"), {}), open_paths) for row in stored]


def _confine_row(key: str, stored: Any, typed: dict[str, Any], open_paths: set[str]) -> Any:
    if not isinstance(stored, dict):
        return stored
    opened = {column: value for column, value in typed.items() if f"{key}.{stored['id']}.{column}" in open_paths}
    return {**stored, **opened}
