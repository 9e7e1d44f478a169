"""The places that a quota leaves, counted for a whole list at once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from submissions.places import places_left_of

if TYPE_CHECKING:
    from .models import ProcedurePage


def with_places(pages: "Iterable[ProcedurePage]") -> "list[ProcedurePage]":
    """`pages` with the places that are left, counted for all of them together."""
    found = list(pages)
    left = places_left_of(page.pk for page in found if page.quota is not None)
    for page in found:
        page.places_left = left.get(page.pk)
    return found
