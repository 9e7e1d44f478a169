"""The outcome: drafted (起案), approved (決裁) or decided at once, as the procedure prescribes, then issued."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.japanese.normalise import as_typed

from ..chain.facts import decision_facts
from ..enums import Outcome, State
from ..models import Decision, Notice, Submission
from ..refusals import CommentRequired, OpenCorrection, OwnDraft, Refused
from ..workflow import TRANSITIONS
from .issue_notice import issue_notice
from .transition import check, lock, move

DIRECT = {Outcome.GRANTED: "grant", Outcome.REFUSED: "refuse", Outcome.ACCEPTED: "accept"}
APPROVED = {Outcome.GRANTED: "approve_grant", Outcome.REFUSED: "approve_refusal"}


@transaction.atomic
def propose(
    submission: Submission, *, user: Any, outcome: Outcome, reason: str = "", internal_comment: str = ""
) -> Decision:
    """Draft a decision and hand it to the approver."""
    submission = _locked(submission)
    check(TRANSITIONS["propose"], submission, user=user, comment="")
    decision = _draft(submission, user=user, outcome=outcome, reason=reason)
    move(TRANSITIONS["propose"], submission, user=user, internal_comment=internal_comment)
    return decision


@transaction.atomic
def approve(submission: Submission, *, user: Any) -> Notice:
    """Decide as drafted. The drafter cannot approve."""
    submission = _locked(submission)
    decision = submission.decisions.filter(sent_back_at=None, decided_at=None).first()
    transition = TRANSITIONS[APPROVED[Outcome(decision.outcome)] if decision else "approve_grant"]
    check(transition, submission, user=user, comment="")
    if decision is None:
        raise Refused
    if decision.drafted_by_id == user.pk:
        raise OwnDraft
    return _decide(submission, decision, transition.name, user=user)


@transaction.atomic
def decide(submission: Submission, *, user: Any, outcome: Outcome, reason: str = "") -> Notice:
    """Grant, refuse or accept at once, where the procedure has no approval step."""
    submission = _locked(submission)
    check(TRANSITIONS[DIRECT[outcome]], submission, user=user, comment=reason)
    decision = _draft(submission, user=user, outcome=outcome, reason=reason)
    return _decide(submission, decision, DIRECT[outcome], user=user)


def _locked(submission: Submission) -> Submission:
    submission = lock(submission)
    if submission.state == State.CORRECTION_REQUESTED:
        raise OpenCorrection
    return submission


def _draft(submission: Submission, *, user: Any, outcome: Outcome, reason: str) -> Decision:
    if outcome == Outcome.REFUSED and not as_typed(reason):
        raise CommentRequired
    return Decision.objects.create(submission=submission, outcome=outcome, reason=as_typed(reason), drafted_by=user)


def _decide(submission: Submission, decision: Decision, transition: str, *, user: Any) -> Notice:
    decision.decided_by = user
    decision.decided_at = timezone.now()
    decision.save(update_fields=["decided_by", "decided_at"])
    notice = issue_notice(submission, decision, user=user)
    move(TRANSITIONS[transition], submission, user=user, data=decision_facts(decision, notice))
    return notice
