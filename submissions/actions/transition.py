"""The one door for state. Every face of the product comes through `perform`."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.japanese.normalise import as_typed

from ..chain.facts import event_content
from ..deadlines import resumed, today
from ..enums import Actor, State
from ..evidence import event_hash
from ..models import DraftAnswers, Event, Submission
from ..permissions import can_perform
from ..refusals import CommentRequired, NotAllowed, WrongState
from ..signals import submission_transitioned
from ..workflow import TRANSITIONS, Transition
from .by_whom import by_whom


def lock(submission: Submission) -> Submission:
    """The row as it is now, held until the transaction ends. WrongState if it was a draft that is gone.

    Whoever needs the draft's row too takes this one first, or two of them wait for each other. Locked first and read
    after: a locking query with joins loses the row if its form changed while it waited.
    """
    if not Submission.objects.select_for_update().only("pk").filter(pk=submission.pk).first():
        raise WrongState
    return Submission.objects.select_related("form_version", "profile", "department").get(pk=submission.pk)


@transaction.atomic
def perform(
    name: str,
    submission: Submission,
    *,
    user: Any,
    comment: str = "",
    internal_comment: str = "",
) -> Event:
    """Move `submission` along the transition `name`: lock, check, change, record, and announce after commit.

    Raises a `Refused`: the state does not allow it, the person may not, or the reason is missing.
    """
    submission = lock(submission)
    check(TRANSITIONS[name], submission, user=user, comment=comment)
    return move(TRANSITIONS[name], submission, user=user, comment=comment, internal_comment=internal_comment)


def move(
    transition: Transition,
    submission: Submission,
    *,
    user: Any,
    comment: str = "",
    internal_comment: str = "",
    data: dict[str, Any] | None = None,
) -> Event:
    """The change itself, for actions that have locked `submission` and checked `transition`."""
    from_state = submission.state
    submission.state = transition.target
    submission.state_changed_at = timezone.now()
    _settle(submission, from_state)
    submission.save()
    event = record(
        submission,
        transition.name,
        user=user,
        role=transition.actor,
        from_state=from_state,
        comment=comment,
        internal_comment=internal_comment,
        data=data,
    )
    transaction.on_commit(
        partial(submission_transitioned.send, Submission, submission=submission, transition=transition, event=event)
    )
    return event


def _settle(submission: Submission, from_state: str) -> None:
    """What follows from leaving or entering a state, whoever caused it."""
    if submission.state in State.decided:
        submission.decided_at = submission.state_changed_at
    if submission.state == State.CORRECTION_REQUESTED:
        submission.clock_stopped_on = today()
    if from_state == State.CORRECTION_REQUESTED:
        _restart_clock(submission)
        submission.corrections.filter(closed_at=None).update(closed_at=submission.state_changed_at)
        DraftAnswers.objects.filter(submission=submission).delete()
    if from_state == State.AWAITING_DECISION and submission.state not in State.decided:
        submission.decisions.filter(sent_back_at=None).update(sent_back_at=submission.state_changed_at)


def _restart_clock(submission: Submission) -> None:
    if submission.due_on and submission.clock_stopped_on:
        submission.due_on = resumed(submission.due_on, stopped_on=submission.clock_stopped_on, day=today())
    submission.clock_stopped_on = None


def check(transition: Transition, submission: Submission, *, user: Any, comment: str) -> None:
    """Raise the `Refused` that stands in the way of a transition, if one does."""
    if not can_perform(user, transition, submission):
        raise NotAllowed
    has_approval = submission.handling.has_approval
    if (
        submission.state not in transition.sources
        or submission.kind not in transition.kinds
        or transition.needs_approval not in (None, has_approval)
    ):
        raise WrongState
    if transition.needs_comment and not as_typed(comment):
        raise CommentRequired


def record(
    submission: Submission,
    name: str,
    *,
    user: Any,
    role: Actor,
    from_state: str,
    comment: str = "",
    internal_comment: str = "",
    data: dict[str, Any] | None = None,
) -> Event:
    """Append an event to the chain of a case. The caller holds the lock of the case.

    Which member of a business, or which agent, did it stands in its data.
    """
    signed = by_whom(user, submission) if role == Actor.APPLICANT else {}
    previous = submission.events.order_by("-sequence").values("sequence", "hash").first()
    event = Event(
        submission=submission,
        sequence=previous["sequence"] + 1 if previous else 1,
        name=name,
        from_state=from_state,
        to_state=State(submission.state),
        actor=user,
        actor_role=role,
        comment=as_typed(comment),
        internal_comment=as_typed(internal_comment),
        data={**(data or {}), **signed},
        happened_at=timezone.now(),
        previous_hash=previous["hash"] if previous else "",
    )
    event.hash = event_hash(event.previous_hash, event_content(event))
    event.save()
    return event
