"""Finds what an applicant asks for, among their own and nothing else: everything else is not there."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from ..enums import State
from ..models import DraftAnswers, Submission
from ..models.form_version import kept_version
from ..permissions import cases_for_applicant

VERSION_DIGITS = 10


def version_of(text: str) -> int | None:
    """The draft's version that a page says it has seen; None for anything else."""
    return int(text) if text.isdecimal() and len(text) < VERSION_DIGITS else None


def seen_versions(words: Iterable[str]) -> dict[str, int]:
    """What a page says it saved itself: each word a field's key, a colon and the version."""
    pairs = (word.rpartition(":") for word in words)
    return {key: version for key, _colon, text in pairs if (version := version_of(text)) is not None}


def own_case(request: HttpRequest, reference: str) -> Submission:
    """The case, its form and department read in one query."""
    cases = cases_for_applicant(request.user).select_related("form_version", "profile", "department")
    return _one(cases, reference)


def own_draft(request: HttpRequest, reference: str) -> tuple[Submission, DraftAnswers]:
    """A case that may be typed into, and what has been typed: one query, and the form from what the process keeps."""
    cases = cases_for_applicant(request.user).filter(state__in=State.editable, reference=reference)
    submission = _only(cases.filter(draft__isnull=False).select_related("draft"))
    submission.form_version = kept_version(submission.form_version_id)
    return submission, submission.draft


def _one(cases: QuerySet[Submission], reference: str) -> Submission:
    return _only(cases.defer("form_version__schema_data", "form_version__handling_data").filter(reference=reference))


def _only(cases: QuerySet[Submission]) -> Submission:
    """Without an order: asked for one, the database may walk the whole table in it."""
    for case in cases.order_by()[:1]:
        return case
    raise Http404
