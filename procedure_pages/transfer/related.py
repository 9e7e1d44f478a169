"""The procedures beside a procedure: by their slug in the same catalogue, by their path elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from ..models import ProcedurePage, RelatedProcedure
from .faults import Faults
from .references import page_at, path_of

NAME = "related_procedures"


def write_related(page: ProcedurePage) -> list[str]:
    parent = page.get_parent()
    others = (row.procedure for row in page.related_procedures.select_related("procedure"))
    return [other.slug if other.is_child_of(parent) else path_of(other) for other in others]


def read_related(data: dict[str, Any], faults: Faults) -> list[str] | None:
    """As written; None where the file says nothing of it, so that what an editor has chosen stays."""
    given = data.get(NAME)
    if given is not None and not (isinstance(given, list) and all(isinstance(name, str) for name in given)):
        faults.add(NAME, _("Write a list here."))
        return None
    return given


def relate(page: ProcedurePage, parent: Page, names: list[str]) -> Iterator[str]:
    """Sets what is there, in the order of the file; a sentence for each that is not, which is no fault."""
    found: dict[int, ProcedurePage] = {}
    for name in names:
        other = _find(parent, name)
        if other is None:
            message = _("The related procedure “%(name)s” is not there. It was left out; choose it in the editor.")
            yield message % {"name": name}
        elif other.pk != page.pk:
            found[other.pk] = other
    page.related_procedures = [RelatedProcedure(procedure=other) for other in found.values()]


def _find(parent: Page, name: str) -> ProcedurePage | None:
    below = ProcedurePage.objects.child_of(parent).filter(slug=name).first()
    elsewhere = page_at(name) if below is None and "/" in name else None
    return below or (elsewhere and ProcedurePage.objects.filter(pk=elsewhere.pk).first())
