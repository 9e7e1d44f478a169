"""Puts problems where Wagtail shows them: beside the block that each is about, which the editor then opens."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError, StreamValue, StructBlockValidationError, StructValue

from .block_paths import ids_below
from .problems import Problem


def stream_error(stream: StreamValue, found: Iterable[Problem]) -> ValidationError:
    """One error for the whole of `stream`; what names no block of it stands at its head."""
    by_block: dict[str, list[Problem]] = {}
    for problem in found:
        by_block.setdefault(problem.place.block_id, []).append(problem)
    blocks = _errors_of(stream, by_block)
    rest = [str(problem.message) for left in by_block.values() for problem in left]
    return StreamBlockValidationError(block_errors=blocks, non_block_errors=rest)


Waiting = dict[str, list[Problem]]


def _errors_of(stream: StreamValue, waiting: Waiting) -> dict[int, ValidationError]:
    """Takes out of `waiting` what has found its block."""
    errors = {index: _error_of(child, waiting) for index, child in enumerate(stream)}
    return {index: error for index, error in errors.items() if error is not None}


def _error_of(child: StreamValue.StreamChild, waiting: Waiting) -> ValidationError | None:
    if not isinstance(child.value, StructValue):
        return _error_of_part(child, waiting)
    own: dict[str, list[str]] = {}
    for problem in waiting.pop(child.id or "-", ()):
        own.setdefault(problem.place.setting, []).append(str(problem.message))
    general = own.pop("", [])
    errors: dict[str, ValidationError] = {name: ValidationError(messages) for name, messages in own.items()}
    for name, value in child.value.items():
        if isinstance(value, StreamValue) and name not in errors and (below := _errors_of(value, waiting)):
            errors[name] = StreamBlockValidationError(block_errors=below)
    return StructBlockValidationError(errors, general) if errors or general else None


def _error_of_part(child: StreamValue.StreamChild, waiting: Waiting) -> ValidationError | None:
    """What is wrong with a question of the library stands at the part that it belongs to."""
    keys = {child.id or "-", *(ids_below(child.value.questions) if child.value is not None else ())}
    found = [problem for key in keys & waiting.keys() for problem in waiting.pop(key)]
    return ValidationError([str(problem.message) for problem in found]) if found else None
