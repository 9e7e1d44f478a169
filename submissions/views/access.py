"""Finds what an applicant asks for, among their own and nothing else: everything else is not there."""

from collections.abc import Iterable
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from accounts.acting import act_for, keep_standing
from accounts.refusals import AgencyOver

from ..enums import State
from ..models import DraftAnswers, Submission
from ..models.form_version import kept_version
from ..permissions import cases_for_applicant, has_lost_agency

VERSION_DIGITS = 10


def version_of(text: str) -> int | None:
    """The draft's version that a page says it has seen; None for anything else."""
    return int(text) if text.isdecimal() and len(text) < VERSION_DIGITS else None


def seen_versions(words: Iterable[str]) -> dict[str, int]:
    """What a page says it saved itself: each word a field's key, a colon and the version."""
    pairs = (word.rpartition(":") for word in words)
    return {key: version for key, _colon, text in pairs if (version := version_of(text)) is not None}


def uuid_of(text: str) -> UUID | None:
    """None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def own_case(request: HttpRequest, reference: str) -> Submission:
    """The case, its form and department read in one query. The page shows in whose name the case is."""
    keep_standing(request)
    cases = cases_for_applicant(request.user).select_related("form_version", "profile", "department")
    cases = cases.defer("form_version__schema_data", "form_version__handling_data")
    case = _only(cases.filter(reference=reference))
    if case is None:
        refuse(request, reference)
    act_for(request, case.profile_id)
    return case


def own_draft(request: HttpRequest, reference: str) -> tuple[Submission, DraftAnswers]:
    """A case that may be typed into, and what has been typed: one query, and the form from what the process keeps."""
    keep_standing(request)
    cases = cases_for_applicant(request.user).filter(state__in=State.editable, reference=reference)
    submission = _only(cases.filter(draft__isnull=False).select_related("draft"))
    if submission is None:
        refuse(request, reference)
    submission.profile = act_for(request, submission.profile_id) or submission.profile
    submission.form_version = kept_version(submission.form_version_id)
    return submission, submission.draft


def _only(cases: QuerySet[Submission]) -> Submission | None:
    """Without an order: asked for one, the database may walk the whole table in it."""
    return next(iter(cases.order_by()[:1]), None)


def refuse(request: HttpRequest, reference: str) -> NoReturn:
    """Not there; but an agent whose appointment has ended is told so."""
    still_there = cases_for_applicant(request.user).filter(reference=reference).exists()
    if not still_there and has_lost_agency(request.user, reference):
        raise PermissionDenied(AgencyOver.message)
    raise Http404
