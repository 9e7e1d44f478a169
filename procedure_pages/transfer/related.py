"""The procedures beside a procedure and after it: by their slug in the same catalogue, by their path elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from ..models import FollowUpProcedure, ProcedurePage, RelatedProcedure
from .faults import Faults
from .references import page_at, path_of

LISTS = {"related_procedures": RelatedProcedure, "follow_ups": FollowUpProcedure}
"""By the name that the file and the page have for it. Only a follow-up may be the procedure itself: its renewal."""


def write_related(page: ProcedurePage) -> dict[str, list[str]]:
    """The lists that name anything."""
    parent = page.get_parent()
    written = {}
    for name in LISTS:
        others = (row.procedure for row in getattr(page, name).select_related("procedure"))
        written[name] = [other.slug if other.is_child_of(parent) else path_of(other) for other in others]
    return {name: others for name, others in written.items() if others}


def read_related(data: dict[str, Any], faults: Faults) -> dict[str, list[str]]:
    """As written; without those of which the file says nothing, so that what an editor has chosen stays."""
    found = {name: data[name] for name in LISTS if data.get(name) is not None}
    for name, given in found.items():
        if not (isinstance(given, list) and all(isinstance(one, str) for one in given)):
            faults.add(name, _("Write a list here."))
    return found


def relate(page: ProcedurePage, parent: Page, lists: dict[str, list[str]]) -> Iterator[str]:
    """Sets what is there, in the order of the file; a sentence for each that is not, which is no fault."""
    for list_name, names in lists.items():
        found: dict[int, ProcedurePage] = {}
        for name in names:
            other = _find(parent, name)
            if other is None:
                message = _("The related procedure “%(name)s” is not there. It was left out; choose it in the editor.")
                yield message % {"name": name}
            elif other.pk != page.pk or list_name == "follow_ups":
                found[other.pk] = other
        setattr(page, list_name, [LISTS[list_name](procedure=other) for other in found.values()])


def _find(parent: Page, name: str) -> ProcedurePage | None:
    below = ProcedurePage.objects.child_of(parent).filter(slug=name).first()
    elsewhere = page_at(name) if below is None and "/" in name else None
    return below or (elsewhere and ProcedurePage.objects.filter(pk=elsewhere.pk).first())
