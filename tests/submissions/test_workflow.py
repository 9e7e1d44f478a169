"""Every transition from every state, against a list written by hand: the table cannot drift unseen."""

from contextlib import nullcontext

import pytest

from accounts.models import User
from submissions.actions.transition import check
from submissions.enums import Actor, GrantRole, ProcedureKind, State
from submissions.models import Submission
from submissions.refusals import NotAllowed, WrongState
from submissions.workflow import TRANSITIONS, Transition, transitions_for
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db

ALLOWED = {
    ("submit", "draft"),
    ("start_review", "arrived"),
    ("request_correction", "arrived"),
    ("request_correction", "in_review"),
    ("resubmit", "correction_requested"),
    ("cancel_correction", "correction_requested"),
    ("propose", "in_review"),
    ("send_back", "awaiting_decision"),
    ("approve_grant", "awaiting_decision"),
    ("approve_refusal", "awaiting_decision"),
    ("grant", "in_review"),
    ("refuse", "in_review"),
    ("accept", "arrived"),
    ("accept", "in_review"),
    ("return", "arrived"),
    ("return", "in_review"),
    ("return", "correction_requested"),
    ("withdraw", "arrived"),
    ("withdraw", "in_review"),
    ("withdraw", "correction_requested"),
    ("withdraw", "awaiting_decision"),
}
NEEDS_APPROVAL = {"propose", "send_back", "approve_grant", "approve_refusal"}
REACHABLE = [
    (name, state)
    for name in TRANSITIONS
    for state in State
    if not (state == State.ACCEPTED and name in NEEDS_APPROVAL)
    and not (state == State.AWAITING_DECISION and name in {"grant", "refuse", "accept"})
    and not (state in {State.GRANTED, State.REFUSED} and name == "accept")
    and not (state == State.ACCEPTED and name in {"grant", "refuse"})
]


def case_for(transition: Transition, state: State) -> Submission:
    """A case in `state` of a procedure of which `transition` is part."""
    is_notification = transition.name == "accept" or state == State.ACCEPTED
    kind = ProcedureKind.NOTIFICATION if is_notification else ProcedureKind.APPLICATION
    has_approval = transition.name in NEEDS_APPROVAL or state == State.AWAITING_DECISION
    version = FormVersionFactory(kind=kind, has_approval=has_approval)
    return SubmissionFactory(state=state, form_version=version)


def actor_of(transition: Transition, submission: Submission) -> User:
    if transition.actor == Actor.APPLICANT:
        return submission.applicant
    role = GrantRole.DECIDE if transition.actor == Actor.APPROVER else GrantRole.REVIEW
    return StaffMember(submission.department, role)


@pytest.mark.parametrize(("name", "state"), REACHABLE)
def test_transition_is_possible_exactly_where_the_list_says(name: str, state: State) -> None:
    transition = TRANSITIONS[name]
    submission = case_for(transition, state)
    user = actor_of(transition, submission)
    expectation = nullcontext() if (name, state) in ALLOWED else pytest.raises(WrongState)
    with expectation:
        check(transition, submission, user=user, comment="理由")


@pytest.mark.parametrize("name", TRANSITIONS)
def test_transition_is_refused_to_strangers(name: str) -> None:
    transition = TRANSITIONS[name]
    state = next(State(state) for allowed, state in sorted(ALLOWED) if allowed == name)
    submission = case_for(transition, state)
    elsewhere = SubmissionFactory(state=State.ARRIVED)
    for stranger in (elsewhere.applicant, actor_of(transition, elsewhere)):
        with pytest.raises(NotAllowed):
            check(transition, submission, user=stranger, comment="理由")


def test_a_notification_is_never_granted_or_refused() -> None:
    names = [arrow.name for arrow in transitions_for(State.IN_REVIEW, ProcedureKind.NOTIFICATION, has_approval=False)]
    assert names == ["request_correction", "accept", "return", "withdraw"]


@pytest.mark.parametrize(
    ("has_approval", "expected"),
    [
        (True, ["request_correction", "propose", "return", "withdraw"]),
        (False, ["request_correction", "grant", "refuse", "return", "withdraw"]),
    ],
)
def test_approval_step_decides_who_ends_the_review(has_approval: bool, expected: list[str]) -> None:
    arrows = transitions_for(State.IN_REVIEW, ProcedureKind.APPLICATION, has_approval=has_approval)
    assert [arrow.name for arrow in arrows] == expected


def test_the_table_and_the_list_name_the_same_pairs() -> None:
    assert {(arrow.name, str(state)) for arrow in TRANSITIONS.values() for state in arrow.sources} == ALLOWED
