"""The pages on which a decision is drafted, approved, sent back or taken."""

from typing import Any, ClassVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from ..actions import approve, decide, propose
from ..enums import Outcome
from ..refusals import OwnDraft
from ..workflow import TRANSITIONS, Transition
from .buttons import live_decision
from .forms import ConfirmForm, ProposalForm, RefusalForm, RemarkForm
from .moves import MoveView
from .told import Told, told_of_decision


class DecideView(MoveView):
    """A decision at once, where the procedure has no approval step."""

    outcome: ClassVar[Outcome]
    form_class: ClassVar[type[Form]] = RemarkForm

    def perform(self, form: Form) -> None:
        decide(self.case, user=self.request.user, outcome=self.outcome, reason=form.cleaned_data["comment"])

    def told(self, form: Form) -> Told:
        return told_of_decision(self.case, self.outcome, form.cleaned_data["comment"])


class GrantView(DecideView):
    transition = "grant"
    outcome = Outcome.GRANTED


class RefuseView(DecideView):
    transition = "refuse"
    outcome = Outcome.REFUSED
    form_class = RefusalForm


class AcceptView(DecideView):
    transition = "accept"
    outcome = Outcome.ACCEPTED


class ProposeView(MoveView):
    transition = "propose"
    form_class = ProposalForm

    def perform(self, form: Form) -> None:
        data = form.cleaned_data
        propose(
            self.case,
            user=self.request.user,
            outcome=Outcome(data["outcome"]),
            reason=data["comment"],
            internal_comment=data["internal_comment"],
        )

    def told(self, form: Form) -> Told:
        data = form.cleaned_data
        return told_of_decision(self.case, data["outcome"], data["comment"], internal=data["internal_comment"])


class ApproveView(MoveView):
    """The draft as the applicant would read it; approving it decides the case."""

    form_class = ConfirmForm
    template_name = "submissions/admin/approve.html"

    def get_arrow(self) -> Transition:
        self.decision = live_decision(self.case)
        is_refusal = self.decision is not None and self.decision.outcome == Outcome.REFUSED
        return TRANSITIONS["approve_refusal" if is_refusal else "approve_grant"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.decision is not None and self.decision.drafted_by_id == request.user.pk:
            return self.turn_away(OwnDraft())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page is its own preview; what was drafted anew since then is shown before it is approved."""
        is_same_draft = self.decision is not None and request.POST.get("decision") == str(self.decision.pk)
        if self.is_possible() and not is_same_draft:
            return self.show_form(self.get_form())
        return super().post(request, *args, **kwargs)

    def perform(self, form: Form) -> None:
        approve(self.case, user=self.request.user)

    def extra_context_of(self, form: Form) -> dict[str, Any]:
        if self.decision is None:
            return {}
        draft = self.case.events.filter(name="propose").order_by("-sequence").first()
        told = told_of_decision(
            self.case,
            self.decision.outcome,
            self.decision.reason,
            internal=draft.internal_comment if draft else "",
        )
        return {"decision": self.decision, "told": told}
