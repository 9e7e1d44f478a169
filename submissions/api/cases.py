"""A case as its applicant's program sees it."""

import re
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.refusals import AgencyOver

from ..corrections import open_correction
from ..enums import State
from ..models import CorrectionRequest, DraftAnswers, Event, FormVersion, Submission
from ..permissions import cases_for_applicant, has_lost_agency
from ..refusals import NotAllowed
from ..schema.json_schema import json_schema, ui_schema
from ..schema.validation import check
from ..versions import deadline_of, newer_form
from ..workflow import TRANSITIONS

REFERENCE = re.compile("[A-Za-z0-9]{1,24}")
JSON_COLUMNS = ("form_version__schema_data", "form_version__handling_data")
PUBLIC_EVENTS = [arrow.name for arrow in TRANSITIONS.values() if not arrow.is_internal]


def own_cases(user: Any) -> QuerySet[Submission]:
    return cases_for_applicant(user).select_related("form_version", "profile")


def own_case(user: Any, reference: str) -> Submission:
    """Http404 for a case of somebody else exactly as for one that is not there."""
    return among_own(user, own_cases(user), reference)


def among_own(user: Any, cases: QuerySet[Submission], reference: str) -> Submission:
    """As `case_among`; but an agent whose appointment has ended is told so."""
    try:
        return case_among(cases, reference)
    except Http404:
        if REFERENCE.fullmatch(reference) and has_lost_agency(user, reference):
            raise NotAllowed(AgencyOver.message) from None
        raise


def case_among(cases: QuerySet[Submission], reference: str) -> Submission:
    if not REFERENCE.fullmatch(reference):
        raise Http404
    return get_object_or_404(cases, reference=reference)


def summary(submission: Submission) -> dict[str, Any]:
    state = State.IN_REVIEW if submission.status is State.AWAITING_DECISION else submission.status
    return {
        "reference": submission.reference,
        "procedure": {"id": submission.procedure_id, "title": submission.form_version.title},
        "kind": submission.kind,
        "profile": submission.profile_id,
        "state": str(state),
        "state_label": str(state.label),
        "number": submission.display_number or None,
        "created_at": submission.created_at,
        "arrived_at": submission.arrived_at,
        "due_on": submission.due_on,
        "is_clock_stopped": submission.clock_stopped_on is not None,
        "decided_at": submission.decided_at,
    }


def detail(user: Any, reference: str) -> dict[str, Any]:
    """The whole case as it is now, read afresh."""
    submission = among_own(user, own_cases(user).select_related("draft"), reference)
    draft = getattr(submission, "draft", None)
    answers = draft.answers if draft else submission.answer_sets.get(round=submission.round).answers
    return {
        **summary(submission),
        "form_version": submission.form_version.number,
        "round": submission.round,
        "delivery": submission.delivery,
        "version": draft.version if draft else None,
        "answers": answers,
        "errors": check(draft.evaluation)[1] if draft else {},
        "doubts": draft.doubts if draft else {},
        "newer_form": newer_form_of(submission),
        "attachments": list(submission.attachments.filter(message=None)),
        "correction": _correction(open_correction(submission)),
        "events": [_event(event) for event in submission.events.filter(name__in=PUBLIC_EVENTS)],
    }


def newer_form_of(submission: Submission) -> dict[str, Any] | None:
    newer = newer_form(submission)
    if newer is None:
        return None
    deadline = deadline_of(submission)
    ends_at = deadline.ends_at if deadline else None
    return {"version": newer.number, "published_at": newer.published_at, "note": newer.note, "deadline": ends_at}


def saved(submission: Submission) -> dict[str, Any]:
    """The draft of `submission` as it is now, for those who hold its lock."""
    draft = DraftAnswers.objects.get(submission=submission)
    errors = check(submission.evaluate(draft.answers))[1]
    return {"version": draft.version, "answers": draft.answers, "errors": errors}


def form(version: FormVersion) -> dict[str, Any]:
    return {
        "version": version.number,
        "title": version.title,
        "json_schema": json_schema(version.schema, title=version.title),
        "ui_schema": ui_schema(version.schema),
    }


def _event(event: Event) -> dict[str, Any]:
    """Who of the applicant's side did it; never who of the office, nor what it wrote for itself."""
    return {
        "name": event.name,
        "label": str(TRANSITIONS[event.name].done),
        "comment": event.comment,
        "happened_at": event.happened_at,
        "by": event.data.get("by", ""),
        "agent": event.data.get("agent", ""),
    }


def _correction(correction: CorrectionRequest | None) -> dict[str, Any] | None:
    if correction is None:
        return None
    return {"comment": correction.comment, "due_on": correction.due_on, "items": list(correction.items.all())}
