"""Two windows, two answers: which of them stays is for the person to say, question by question."""

from collections.abc import Mapping
from typing import Any

from ..schema.paths import holder_of

CHOICE = "keep:"
THEIRS = "theirs"


def leave_theirs(changes: dict[str, Any], typed: Mapping[str, Any], saved: dict[str, Any]) -> None:
    """Take out of `changes` every answer of which the person chose what another window had `saved`."""
    for name in typed:
        if name.startswith(CHOICE) and typed.get(name) == THEIRS:
            _take_back(changes, name.removeprefix(CHOICE), saved)


def _take_back(changes: dict[str, Any], path: str, saved: dict[str, Any]) -> None:
    if "." not in path:
        changes.pop(path, None)
        return
    mine, theirs = holder_of(changes, path), holder_of(saved, path)
    if mine is None:
        return
    holder, key = mine
    holder.pop(key, None)
    if theirs is not None and theirs[1] in theirs[0]:
        holder[key] = theirs[0][theirs[1]]
