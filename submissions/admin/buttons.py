"""The buttons of a case: what the transition table allows this user to do now."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from ..enums import Actor, Outcome, ProcedureKind
from ..models import Decision, Submission
from ..permissions import can_perform
from ..workflow import Transition, transitions_for

PAGES = {"approve_grant": "approve", "approve_refusal": "approve"}
"""Transitions that share a page; the others have a page of their own name."""
ICONS = {
    "start_review": "view",
    "request_correction": "edit",
    "cancel_correction": "cross",
    "propose": "thumbtack",
    "send_back": "arrow-left",
    "approve_grant": "check",
    "approve_refusal": "check",
    "grant": "check",
    "refuse": "cross",
    "accept": "check",
    "return": "arrow-left",
}
STRONG = ("start_review", "propose", "approve_grant", "approve_refusal", "grant", "accept")
SERIOUS = ("refuse", "return")
LIVE_OUTCOME = {"approve_grant": Outcome.GRANTED, "approve_refusal": Outcome.REFUSED}


@dataclass(frozen=True, slots=True)
class CaseButton:
    transition: Transition
    url: str

    @property
    def label(self) -> str | Promise:
        return self.transition.label

    @property
    def icon(self) -> str:
        return ICONS[self.transition.name]

    @property
    def classname(self) -> str:
        if self.transition.name in SERIOUS:
            return "button serious button-secondary"
        return "button" if self.transition.name in STRONG else "button button-secondary"

    @property
    def is_immediate(self) -> bool:
        """Asks nothing and tells nothing but the new state: no page in between."""
        return self.transition.name == "start_review"


def buttons_for(user: Any, submission: Submission) -> list[CaseButton]:
    decision = live_decision(submission)
    return [
        CaseButton(arrow, page_of(arrow, submission))
        for arrow in arrows_from(submission)
        if arrow.actor != Actor.APPLICANT
        and _fits_draft(arrow, decision, user)
        and can_perform(user, arrow, submission)
    ]


def arrows_from(submission: Submission) -> list[Transition]:
    """The arrows that leave the case as it is now, whoever may follow them."""
    kind, has_approval = ProcedureKind(submission.kind), submission.handling.has_approval
    return transitions_for(submission.status, kind, has_approval=has_approval)


def live_decision(submission: Submission) -> Decision | None:
    """The draft that awaits approval."""
    drafts = submission.decisions.filter(sent_back_at=None, decided_at=None)
    return drafts.select_related("drafted_by").first()


def page_of(transition: Transition, submission: Submission) -> str:
    return reverse(f"case_admin:{PAGES.get(transition.name, transition.name)}", args=[submission.pk])


def _fits_draft(arrow: Transition, decision: Decision | None, user: Any) -> bool:
    if arrow.name not in LIVE_OUTCOME:
        return True
    return decision is not None and decision.outcome == LIVE_OUTCOME[arrow.name] and decision.drafted_by_id != user.pk
