"""The catalogue for programs: the same procedures, found by the same filters, as on the pages."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from accounts.enums import ProfileKind
from submissions.api.cases import form
from submissions.api.errors import Error
from submissions.api.schemas import FormOut
from submissions.queries import current_form

from .catalogue_filter import CatalogueFilter
from .models import ProcedurePage
from .places import with_places
from .queries import UNSEEN, procedures

router = Router()


class DepartmentName(Schema):
    code: str
    name: str


class ProcedureSummary(Schema):
    id: int
    slug: str
    title: str
    summary: str
    kind: str = Field(description="`application`, `notification` or `request`: only a notification is not decided on.")
    category: str
    department: DepartmentName
    applicant_kinds: list[str]
    opens_at: datetime | None
    closes_at: datetime | None
    is_open: bool
    quota: int | None = Field(description="How many applications are taken, in the order of arrival; null is no limit.")
    places_left: int | None = Field(description="As counted for this answer; a place is certain on arrival.")
    url: str


class ProcedureList(Schema):
    count: int
    items: list[ProcedureSummary]


class ProcedureDetail(ProcedureSummary):
    processing_days: int = Field(description="Standard processing period in business days; 0 if none is set.")
    fee: str
    purpose: str = Field(description="Purpose of use of the personal data that is asked for.")
    form_version: int | None = Field(description="The version of the form that is offered now.")


@router.get("/", response={200: ProcedureList, 422: Error}, summary="Find procedures")
def list_procedures(
    request: HttpRequest,
    q: str = Query("", max_length=200, description="Words to look for, in any spelling."),
    applicant_kind: ProfileKind | None = None,
    open: bool = Query(False, description="Only those that take applications now."),
    limit: int = Query(20, ge=1, le=100),
    offset: int = Query(0, ge=0, le=100_000),
) -> dict[str, Any]:
    """Open ones first, of these the one that closes next."""
    wanted = CatalogueFilter(q=q, applicant=applicant_kind or "", open="1" if open else "")
    found = wanted.find(timezone.now())
    page = found.defer(*UNSEEN)[offset : offset + limit]
    return {"count": found.count(), "items": [_summary(request, procedure) for procedure in with_places(page)]}


@router.get("/{procedure_id}/", response={200: ProcedureDetail, 404: Error}, summary="A procedure")
def get_procedure(request: HttpRequest, procedure_id: int) -> dict[str, Any]:
    procedure = get_object_or_404(procedures(), pk=procedure_id)
    version = current_form(procedure)
    return {
        **_summary(request, procedure),
        "processing_days": procedure.processing_days,
        "fee": procedure.fee,
        "purpose": procedure.purpose,
        "form_version": version.number if version else None,
    }


@router.get(
    "/{procedure_id}/form/", response={200: FormOut, 404: Error}, by_alias=True, summary="The form of a procedure"
)
def get_form(request: HttpRequest, procedure_id: int) -> dict[str, Any]:
    """What a draft begun now will ask. A draft keeps its version: see the form of the submission."""
    version = current_form(get_object_or_404(procedures(), pk=procedure_id))
    if version is None:
        raise Http404
    return form(version)


def _summary(request: HttpRequest, procedure: ProcedurePage) -> dict[str, Any]:
    return {
        "id": procedure.pk,
        "slug": procedure.slug,
        "title": procedure.title,
        "summary": procedure.summary,
        "kind": procedure.kind,
        "category": procedure.category,
        "department": procedure.department,
        "applicant_kinds": procedure.applicant_kinds,
        "opens_at": procedure.opens_at,
        "closes_at": procedure.closes_at,
        "is_open": procedure.opening.is_open,
        "quota": procedure.quota,
        "places_left": procedure.places_left,
        "url": procedure.get_full_url(request) or "",
    }
