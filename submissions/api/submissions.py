"""The way of a case: begun, filled in, sent, corrected, withdrawn. Every change is an action of the screens too."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status
from wagtail.models import Page

from accounts.acting import choices_of
from accounts.standing import standing_of

from ..actions import (
    choose_delivery,
    confirm_answer,
    discard_draft,
    move_draft,
    perform,
    resubmit,
    save_draft,
    start_draft,
    submit,
)
from ..enums import State
from ..models import DraftAnswers, Submission
from ..notices.receipt import render_receipt
from ..versions import compare, newer_form
from .answers import answers_by_key, refuse_closed
from .cases import JSON_COLUMNS, case_among, detail, form, own_case, own_cases, saved, summary
from .documents import PDF, pdf_response
from .errors import MISSING, REFUSALS, ChangedElsewhere, Conflict, Error
from .schemas import (
    ChangedAnswers,
    DifferencesOut,
    FormOut,
    NewSubmission,
    SavedAnswers,
    Sending,
    SubmissionDetail,
    SubmissionPage,
    Withdrawal,
)

router = Router()


@router.post("/", response={201: SubmissionDetail, **REFUSALS}, summary="Begin a draft")
def create_submission(request: HttpRequest, payload: NewSubmission) -> Status[dict[str, Any]]:
    """A draft of the form that the procedure offers now, prefilled from the profile."""
    procedures = Page.objects.live().public().filter(form_versions__isnull=False).distinct()
    page = get_object_or_404(procedures, pk=payload.procedure)
    names = choices_of(standing_of(request.user))
    profile = next((choice.profile for choice in names if choice.profile.pk == payload.profile), None)
    if profile is None:
        raise Http404
    submission = start_draft(page, user=request.user, profile=profile)
    return Status(201, detail(request.user, submission.reference))


@router.get("/", response={200: SubmissionPage, **MISSING}, summary="Your cases, newest first")
def list_submissions(
    request: HttpRequest,
    state: State | None = None,
    after: str = Query("", description="`next` of the page before."),
    limit: int = Query(20, ge=1, le=100),
) -> dict[str, Any]:
    """Drafts included. The pages do not shift when a case is added in the meantime."""
    cases = own_cases(request.user).defer(*JSON_COLUMNS).order_by("-pk")
    if state is not None:
        cases = in_state(cases, state)
    if after:
        cases = cases.filter(pk__lt=own_case(request.user, after).pk)
    found = list(cases[: limit + 1])
    page = found[:limit]
    return {"items": [summary(case) for case in page], "next": page[-1].reference if len(found) > limit else None}


def in_state(cases: QuerySet[Submission], state: State) -> QuerySet[Submission]:
    """As the applicant is told the state: approval inside the office is part of the review."""
    states = {State.IN_REVIEW: [State.IN_REVIEW, State.AWAITING_DECISION], State.AWAITING_DECISION: []}
    return cases.filter(state__in=states.get(state, [state]))


@router.get("/{reference}/", response={200: SubmissionDetail, **MISSING}, summary="A case: state, answers, history")
def get_submission(request: HttpRequest, reference: str) -> dict[str, Any]:
    """`correction` names the items that the office wants mended, while it does."""
    return detail(request.user, reference)


@router.get("/{reference}/form/", response={200: FormOut, **MISSING}, by_alias=True, summary="The form of a case")
def get_form_of_submission(request: HttpRequest, reference: str) -> dict[str, Any]:
    """The version that the case was begun with: it stays, whatever the procedure offers meanwhile."""
    return form(own_case(request.user, reference).form_version)


@router.delete("/{reference}/", response={204: None, **REFUSALS}, summary="Discard a draft")
def delete_submission(request: HttpRequest, reference: str) -> Status[None]:
    """With its files. A case that was sent is never deleted: withdraw it."""
    discard_draft(own_case(request.user, reference), user=request.user)
    return Status(204, None)


@router.patch(
    "/{reference}/answers/",
    response={200: SavedAnswers, **REFUSALS, 409: Conflict | Error},
    summary="Save answers",
)
def save_answers(request: HttpRequest, reference: str, payload: ChangedAnswers) -> dict[str, Any]:
    """Stored as sent, right or wrong; `errors` tells what is still wrong. All of it is saved, or nothing.

    With `base_version`, an answer that was changed since that version elsewhere (another program, the screens) is a
    conflict: 409 with both values.
    """
    submission = own_case(request.user, reference)
    answers = answers_by_key(submission.schema, payload.answers)
    refuse_closed(submission, answers)
    with transaction.atomic():
        outcome = save_draft(
            submission,
            answers,
            user=request.user,
            base_version=payload.base_version,
            overwrite=payload.overwrite,
        )
        for path in payload.confirmed:
            confirm_answer(submission, path, user=request.user)
        now = saved(submission)
        transaction.set_rollback(bool(outcome.conflicts))
    if outcome.conflicts:
        version = DraftAnswers.objects.filter(submission=submission).values_list("version", flat=True).first()
        raise ChangedElsewhere(version or 0, answers, outcome.conflicts)
    return now


@router.get(
    "/{reference}/differences/",
    response={200: DifferencesOut, **MISSING},
    summary="What the newer form has differently",
)
def get_differences(request: HttpRequest, reference: str) -> dict[str, Any]:
    """Between the form of a draft and the one that is offered now; 404 where there is no newer one."""
    submission = own_case(request.user, reference)
    newer = newer_form(submission)
    if newer is None:
        raise Http404
    found = compare(submission.form_version, newer).for_applicants
    return {"version": newer.number, "form": found.form, "promises": found.promises}


@router.post(
    "/{reference}/move/", response={200: SubmissionDetail, **REFUSALS}, summary="Move the draft to the newer form"
)
def move_submission(request: HttpRequest, reference: str) -> dict[str, Any]:
    """Answers are taken over by key; `doubts` names those to look at. On the newest form already, nothing happens."""
    move_draft(own_case(request.user, reference), user=request.user)
    return detail(request.user, reference)


@router.post("/{reference}/submit/", response={200: SubmissionDetail, **REFUSALS}, summary="Send the draft")
def submit_submission(request: HttpRequest, reference: str, payload: Sending) -> dict[str, Any]:
    """Sending it twice is one submission: the second answer is the same case. 422 names what is missing by path."""
    submit(own_case(request.user, reference), user=request.user, delivery=payload.delivery)
    return detail(request.user, reference)


@router.post("/{reference}/resubmit/", response={200: SubmissionDetail, **REFUSALS}, summary="Send the correction")
def resubmit_submission(request: HttpRequest, reference: str) -> dict[str, Any]:
    """Files the corrected answers as a new round. Sending it twice is one round."""
    resubmit(own_case(request.user, reference), user=request.user)
    return detail(request.user, reference)


@router.post(
    "/{reference}/delivery/", response={200: SubmissionDetail, **REFUSALS}, summary="Choose how the notice is to come"
)
def choose_delivery_of_submission(request: HttpRequest, reference: str, payload: Sending) -> dict[str, Any]:
    """On paper or online, until the case is decided."""
    choose_delivery(own_case(request.user, reference), user=request.user, delivery=payload.delivery)
    return detail(request.user, reference)


@router.post("/{reference}/withdraw/", response={200: SubmissionDetail, **REFUSALS}, summary="Withdraw the case")
def withdraw_submission(request: HttpRequest, reference: str, payload: Withdrawal) -> dict[str, Any]:
    """Until it is decided. It cannot be taken back."""
    perform("withdraw", own_case(request.user, reference), user=request.user, comment=payload.comment)
    return detail(request.user, reference)


@router.get("/{reference}/receipt.pdf", response=MISSING, openapi_extra=PDF, summary="The receipt")
def get_receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """A PDF of everything that was filed in the last round, with the arrival number and time."""
    submission = case_among(own_cases(request.user).exclude(state=State.DRAFT), reference)
    return pdf_response(render_receipt(submission), f"receipt-{submission.number}.pdf")
