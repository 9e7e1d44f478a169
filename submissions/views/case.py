from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required

from ..actions import discard_draft, mark_told, perform
from ..corrections import open_correction, open_paths_of
from ..deadlines import is_business_day
from ..enums import Side, State
from ..models import CorrectionRequest, Submission
from ..notices.receipt import render_receipt
from ..notifications import names_at
from ..permissions import can_perform, is_applicant, may_read_notices
from ..queries import follow_ups_of
from ..refusals import Refused
from ..workflow import TRANSITIONS
from .access import own_case
from .answers import answer_steps
from .changes import rounds_with_changes
from .checklist import checklist_of
from .mails import lost_addresses
from .navigation import neighbour
from .standing import standing, timeline


@never_cache
@applicant_required
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case as its applicant follows it."""
    found = own_case(request, reference)
    if found.state == State.DRAFT:
        return redirect("submissions:step", reference, 1)
    files = {str(file.pk): file for file in found.attachments.all()}
    filed = found.answer_sets.last()
    correction = open_correction(found)
    talk = list(found.messages.values_list("side", "read_at"))
    context = {
        "submission": found,
        "status_label": found.status.label_for_applicant,
        "lost": lost_addresses(request),
        "follow_ups": follow_ups_of(found, timezone.now()),
        "standing": standing(found),
        "expectation": found.expectation,
        "correction": correction,
        "checklist": checklist_of(found, found.draft, correction, files) if correction else None,
        "corrected_rounds": rounds_with_changes(found, files) if found.is_corrected else [],
        "is_open": found.state in State.open,
        "can_write": is_applicant(request.user, found, to_write=True),
        "timeline": timeline(found),
        "message_count": len(talk),
        "unread_messages": talk.count((Side.OFFICE, None)),
        "notices": found.notices.all() if may_read_notices(request.user, found) else (),
        "steps_with_answers": answer_steps(filed.evaluation, files) if filed else [],
        "last_look": found.access_records.select_related("department").first(),
        "first_step": first_step(found, correction),
        "can_withdraw": may_withdraw(request.user, found),
        "starts_next_day": found.state == State.ARRIVED and not is_business_day(timezone.localdate(found.arrived_at)),
    }
    mark_told(found, user=request.user, notifications=names_at("case"))
    return render(request, "submissions/mypage/case.html", context)


def may_withdraw(user: Any, submission: Submission) -> bool:
    withdraw = TRANSITIONS["withdraw"]
    return submission.state in withdraw.sources and can_perform(user, withdraw, submission)


def first_step(submission: Submission, correction: CorrectionRequest | None) -> int:
    """The first step with something to mend; 1 where nothing is asked."""
    if correction is None:
        return 1
    return neighbour(submission.draft.evaluation, 0, 1, open_paths_of(submission, correction)) or 1


@never_cache
@applicant_required
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """What happens next, right after sending."""
    found = own_case(request, reference)
    if found.number is None:
        return redirect("submissions:step", reference, 1)
    is_open_day = is_business_day(timezone.localdate(found.arrived_at))
    return render(
        request,
        "submissions/wizard/receipt.html",
        {"submission": found, "is_open_day": is_open_day, "processing_days": found.handling.processing_days},
    )


@never_cache
@applicant_required
def receipt_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_case(request, reference)
    if found.number is None:
        return redirect("submissions:step", reference, 1)
    return pdf_response(render_receipt(found), f"receipt-{found.number}.pdf")


def pdf_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_case(request, reference)
    if request.method == "GET":
        return render(
            request, "submissions/mypage/withdraw.html", {"submission": found, "can": may_withdraw(request.user, found)}
        )
    try:
        perform("withdraw", found, user=request.user, comment=request.POST.get("reason", "")[:2000])
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The application has been withdrawn."))
    return redirect("submissions:case", reference)


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def discard(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_case(request, reference)
    if request.method == "GET":
        return render(request, "submissions/wizard/discard.html", {"submission": found})
    try:
        discard_draft(found, user=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The draft has been deleted."))
    return redirect("submissions:case_list")
