"""A newer form is offered: what differs, what becomes of the answers, and one button to go over to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required

from ..actions import move_draft
from ..actions.move_draft import files_that_fit
from ..enums import State
from ..models import DraftAnswers, FormVersion, Submission, VersionDeadline
from ..refusals import Refused
from ..schema.carrying import carry_over
from ..versions import DATA, compare, deadline_of, kept_newest, newer_form
from .access import own_draft
from .earlier import doubts_in_words, doubts_with_places, files_of, first_doubtful_step, forms_left, left_answers


def newer_form_banner(submission: Submission) -> dict[str, Any] | None:
    """Says that a newer form is offered; None where there is nothing to say."""
    if submission.state != State.DRAFT or kept_newest(submission.procedure_id) == submission.form_version.number:
        return None
    deadline = VersionDeadline.objects.filter(form_version_id=submission.form_version_id).first()
    return {"deadline": deadline, "is_over": deadline is not None and deadline.is_over(timezone.now())}


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def newer(request: HttpRequest, reference: str) -> HttpResponse:
    """The differences and the button; after the move, what is to be looked at and what is asked no more."""
    submission, draft = own_draft(request, reference)
    if submission.state != State.DRAFT:
        return redirect("submissions:case", reference)
    if request.method == "POST":
        return _move(request, submission)
    offered = newer_form(submission)
    if offered is None and not draft.earlier:
        return redirect("submissions:step", reference, 1)
    context = {
        "submission": submission,
        "draft": draft,
        "offered": offered,
        "earlier": _earlier(submission, draft),
        "doubts": doubts_with_places(submission, draft),
        **(_before_moving(submission, draft, offered) if offered else {}),
    }
    return render(request, "submissions/wizard/newer_form.html", context)


def _move(request: HttpRequest, submission: Submission) -> HttpResponse:
    try:
        moved = move_draft(submission, user=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("submissions:newer_form", submission.reference)
    draft = DraftAnswers.objects.get(submission=moved)
    if draft.doubts:
        messages.warning(request, _("The draft is on the new form now. Please check the marked answers."))
    else:
        messages.success(request, _("The draft is on the new form now. All answers have been taken over."))
    return redirect("submissions:step", moved.reference, first_doubtful_step(moved, draft))


def _before_moving(submission: Submission, draft: DraftAnswers, offered: FormVersion) -> dict[str, Any]:
    form = submission.form_version
    carried = carry_over(form.schema, offered.schema, draft.answers, fits=files_that_fit(submission))
    gone = {key: raw for key, raw in carried.left.items() if offered.schema.field(key) is None}
    notes = FormVersion.objects.filter(page_id=form.page_id, number__gt=form.number).exclude(note="")
    return {
        "comparison": compare(form, offered).for_applicants,
        "notes": notes.defer(*DATA).order_by("number"),
        "deadline": deadline_of(submission),
        "will_be_marked": doubts_in_words(offered.schema, carried),
        "will_be_left": left_answers(form.schema.fields, gone, files_of(submission)),
        "is_barred": submission.profile.kind not in offered.handling.applicant_kinds,
    }


def _earlier(submission: Submission, draft: DraftAnswers) -> list[dict[str, Any]]:
    """By form, the newest first: its answers that found no place, or are to be looked at."""
    forms, files = forms_left(draft), files_of(submission) if draft.earlier else {}
    return [
        {
            "form": forms[entry["version"]],
            "answers": left_answers(forms[entry["version"]].schema.fields, entry["answers"], files),
        }
        for entry in reversed(draft.earlier)
    ]
