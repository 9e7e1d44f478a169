"""Everything once more before it is sent; sending is one POST, and a second one changes nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from ..actions import resubmit, submit
from ..actions.submit import missing_files
from ..corrections import open_correction, open_paths_of
from ..enums import Delivery, State
from ..models import Submission
from ..places import places_left
from ..refusals import ConsentRequired, Incomplete, Refused
from ..schema.delivery import answered_delivery
from ..schema.evaluation import Evaluation
from ..schema.paths import walk
from ..schema.validation import check
from .access import own_case, own_draft
from .answers import answer_steps
from .checklist import checklist_of
from .earlier import doubts_with_places
from .navigation import context_of, step_items
from .newer_form import newer_form_banner
from .pending import keep_typed, take_pending


@method_decorator([never_cache, keep_typed, login_required], name="dispatch")
class ConfirmView(View):
    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        case = own_case(request, reference)
        if case.state not in State.editable:
            return redirect("submissions:case", reference)
        told = _("You are logged in again. Nothing has been sent yet: check everything and press the button once more.")
        pending = take_pending(request, told=told)
        return self.page(request, reference, delivery=pending.get("delivery", "") if pending else "")

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        case = own_case(request, reference)
        delivery = request.POST.get("delivery", "")
        try:
            if case.state == State.CORRECTION_REQUESTED:
                resubmit(case, user=request.user)
                return redirect("submissions:case", reference)
            submit(case, user=request.user, delivery=delivery)
        except Incomplete:
            return self.page(request, reference, delivery=delivery)
        except ConsentRequired as refusal:
            messages.warning(request, str(refusal))
            return redirect(f"{reverse('accounts:consent')}?next={request.path}")
        except Refused as refusal:
            if own_case(request, reference).state not in State.editable:
                return redirect("submissions:case", reference)
            return self.page(request, reference, delivery=delivery, refusal=str(refusal))
        return redirect("submissions:receipt", reference)

    def page(self, request: HttpRequest, reference: str, *, delivery: str = "", refusal: str = "") -> HttpResponse:
        submission, draft = own_draft(request, reference)
        correction = open_correction(submission)
        open_paths = open_paths_of(submission, correction) if correction else None
        evaluation = draft.evaluation
        values, errors = check(evaluation)
        files = {str(file.pk): file for file in submission.attachments.all()}
        items = step_items(evaluation, draft, current=0, open_paths=open_paths)
        context = {
            "submission": submission,
            "draft": draft,
            "correction": correction,
            "steps_with_answers": answer_steps(evaluation, files),
            "open_steps": {item["value"] for item in items},
            "first_step": items[0]["value"] if items else "1",
            "checklist": checklist_of(submission, draft, correction, files) if correction else None,
            "faults": faults_with_places(submission, evaluation, errors or missing_files(submission, evaluation)),
            "doubts": doubts_with_places(submission, draft),
            "newer_form": newer_form_banner(submission),
            "places_left": None if correction else places_left(submission.procedure_id),
            "refusal": refusal,
            "deliveries": () if answered_delivery(submission.schema, values) else Delivery.choices,
            "delivery": delivery,
            **context_of(items),
        }
        return render(request, "submissions/wizard/confirm.html", context, status=200)


def faults_with_places(
    submission: Submission, evaluation: Evaluation, errors: dict[str, list[str]]
) -> list[tuple[str, str]]:
    """Each sentence with the address of the question it is about."""
    schema = submission.schema
    labels = {found.path: found.label for found in walk(evaluation)}
    places = []
    for path, sentences in errors.items():
        key = path.split(".", 1)[0]
        step = schema.step_of(key)
        position = schema.steps.index(step) + 1 if step else 1
        anchor = f"q-{path}" if path in labels else f"group-{path}"
        url = f"{reverse('submissions:step', args=[submission.reference, position])}?check=1#{anchor}"
        places += [(sentence, url) for sentence in sentences]
    return places
