"""The guidance in the order in which people ask, whatever order its author wrote it in."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

PLACES = {"documents": "needs", "stages": "ways", "questions": "answers"}
"""Where a kind of block belongs; all others tell about the procedure."""


class Passage(NamedTuple):
    """A block with the heading that its author put right above it, if any."""

    heading: str
    block: Any


def chapters(blocks: Iterable[Any]) -> dict[str, list[Passage]]:
    """`first` what comes before any heading, such as a warning; `needs` what to prepare, `ways` what to do, `answers`
    common questions, `about` everything else.
    """
    found: dict[str, list[Passage]] = {"first": [], "about": [], "needs": [], "ways": [], "answers": []}
    usual = "first"
    for passage in _passages(blocks):
        usual = "about" if passage.heading else usual
        kind = passage.block.block_type if passage.block is not None else ""
        found[PLACES.get(kind, usual)].append(passage)
    return found


def _passages(blocks: Iterable[Any]) -> Iterator[Passage]:
    heading = ""
    for block in blocks:
        if block.block_type != "heading":
            yield Passage(heading, block)
            heading = ""
            continue
        if heading:
            yield Passage(heading, None)
        heading = str(block.value)
    if heading:
        yield Passage(heading, None)
