"""Which parts of the library a form is made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wagtail.blocks import StreamValue

if TYPE_CHECKING:
    from .models import QuestionSet


def parts_in(steps: StreamValue) -> "Iterator[QuestionSet | None]":
    """In order, as often as they stand there; None for one that was deleted."""
    for step in steps:
        for child in step.value["fields"]:
            if child.block_type == "library":
                yield child.value
