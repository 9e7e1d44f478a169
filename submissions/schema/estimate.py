"""How long a form takes to fill in: a rough word for somebody who decides whether to begin now."""

from collections.abc import Iterable
from math import ceil

from .kinds import KINDS
from .types import Field, Step

SECONDS = {
    "address": 45,
    "bank": 60,
    "checkboxes": 15,
    "declaration": 10,
    "delivery": 10,
    "file": 60,
    "name": 25,
    "period": 25,
    "photo": 60,
    "radio": 10,
    "search_select": 20,
    "textarea": 90,
    "yesno": 10,
}
"""By kind, for somebody who has what is asked at hand and types on a phone."""
USUAL, PREFILLED = 20, 5
EXACT_UP_TO, GRAIN = 10, 5


def seconds_of(step: Step) -> int:
    return sum(map(_seconds, step.fields))


def in_minutes(seconds: int) -> int:
    """Rounded up, to the next five beyond ten minutes: a sum of guesses promises no more."""
    minutes = ceil(seconds / 60)
    return minutes if minutes <= EXACT_UP_TO else ceil(minutes / GRAIN) * GRAIN


def minutes_for(steps: Iterable[Step]) -> int:
    return in_minutes(sum(map(seconds_of, steps)))


def _seconds(field: Field) -> int:
    """A repeating group counts once, a table as often as it has rows."""
    kind = KINDS[field.kind]
    if not kind.has_answer or not kind.is_typed:
        return 0
    if kind.has_rows:
        return sum(map(_seconds, field.fields)) * max(1, len(field.choices))
    return PREFILLED if field.prefill else SECONDS.get(field.kind, USUAL)
