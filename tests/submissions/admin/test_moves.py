"""Every button for every role in every state, straight from the transition table."""

from typing import Any

import pytest

from accounts.enums import MemberRole
from accounts.models import ProfileMember
from submissions.actions import decide, perform, propose
from submissions.admin.buttons import PAGES
from submissions.deadlines import add_business_days, today
from submissions.enums import Actor, GrantRole, Outcome, ProcedureKind, State
from submissions.models import Submission
from submissions.refusals import OwnDraft, WrongState
from submissions.workflow import TRANSITIONS, Transition
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

from .desk import desk, page

pytestmark = pytest.mark.django_db
OFFICE = [arrow for arrow in TRANSITIONS.values() if arrow.actor != Actor.APPLICANT]
POSTED: dict[str, dict[str, str]] = {
    "request_correction": {
        "pick-reason": "on",
        "remark-reason": "くわしく",
        "due_on": str(add_business_days(today(), 10)),
    },
    "propose": {"outcome": "granted", "internal_comment": "確認済み"},
    "send_back": {"internal_comment": "再検討"},
}


def case_in(state: State, arrow: Transition) -> Submission:
    """A case in `state` of a procedure for which `arrow` is meant."""
    kind = ProcedureKind.NOTIFICATION if arrow.name == "accept" else ProcedureKind.APPLICATION
    version = FormVersionFactory(kind=kind, has_approval=bool(arrow.needs_approval) or state == State.AWAITING_DECISION)
    case = SubmissionFactory(form_version=version, state=state)
    if arrow.name == "approve_refusal" and state == State.AWAITING_DECISION:
        perform("send_back", case, user=StaffMember(case.department, GrantRole.DECIDE), comment="再検討")
        reviewer = StaffMember(case.department, GrantRole.REVIEW)
        propose(case, user=reviewer, outcome=Outcome.REFUSED, reason="要件を満たしません。")
    return Submission.objects.get(pk=case.pk)


def press(user: Any, case: Submission, arrow: Transition) -> Any:
    """Confirm the page of a button with everything filled in."""
    draft = case.decisions.filter(sent_back_at=None).first()
    data = {
        "comment": "理由です。",
        "stage": "send",
        "decision": draft.pk if draft else "",
        **POSTED.get(arrow.name, {}),
    }
    return desk(user).post(page(PAGES.get(arrow.name, arrow.name), case), data)


def role_for(arrow: Transition) -> GrantRole:
    return GrantRole.DECIDE if arrow.actor == Actor.APPROVER else GrantRole.REVIEW


def buttons(user: Any, case: Submission) -> list[str]:
    return [button.transition.name for button in desk(user).get(page("case", case)).context["buttons"]]


NEVER = ("accept", State.AWAITING_DECISION)
"""A notification awaits no decision."""
PAIRS = [(arrow, state) for arrow in OFFICE for state in State if state in State.open and (arrow.name, state) != NEVER]


@pytest.mark.parametrize(("arrow", "state"), PAIRS, ids=[f"{arrow.name}-{state}" for arrow, state in PAIRS])
def test_button_moves_the_case_where_the_table_allows_and_nowhere_else(arrow: Transition, state: State) -> None:
    case = case_in(state, arrow)
    user = StaffMember(case.department, role_for(arrow))
    is_offered = arrow.name in buttons(user, case)
    press(user, case, arrow)
    case.refresh_from_db()
    assert (is_offered, case.state) == ((True, arrow.target) if state in arrow.sources else (False, state))


@pytest.mark.parametrize("arrow", OFFICE, ids=[arrow.name for arrow in OFFICE])
@pytest.mark.parametrize("role", GrantRole)
def test_button_is_only_for_the_role_of_the_table(arrow: Transition, role: GrantRole) -> None:
    state = next(state for state in State if state in arrow.sources)
    case = case_in(state, arrow)
    user = StaffMember(case.department, role)
    is_offered = arrow.name in buttons(user, case)
    press(user, case, arrow)
    case.refresh_from_db()
    is_role = role == role_for(arrow)
    assert (is_offered, case.state == arrow.target) == (is_role, is_role)


def test_the_drafter_is_not_offered_to_approve() -> None:
    case = SubmissionFactory(in_review=True, has_approval=True)
    both = StaffMember(case.department, GrantRole.REVIEW)
    both.groups.add(StaffMember(case.department, GrantRole.DECIDE).groups.get(case_grants__role=GrantRole.DECIDE))
    propose(case, user=both, outcome=Outcome.GRANTED)
    case.refresh_from_db()
    assert buttons(both, case) == ["send_back"]
    response = press(both, case, TRANSITIONS["approve_grant"])
    assert response.context["form"].non_field_errors() == [str(OwnDraft.message)]
    case.refresh_from_db()
    assert case.state == State.AWAITING_DECISION


def test_nobody_handles_a_case_of_their_own() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    ProfileMember.objects.create(profile=case.profile, user=reviewer, role=MemberRole.READER)
    assert buttons(reviewer, case) == []
    press(reviewer, case, TRANSITIONS["grant"])
    case.refresh_from_db()
    assert case.state == State.IN_REVIEW


def test_a_case_that_moved_meanwhile_keeps_what_was_typed() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    perform("withdraw", case, user=case.applicant)
    response = desk(reviewer).post(page("refuse", case), {"comment": "長い理由", "stage": "send"})
    assert response.context["form"].non_field_errors() == [str(WrongState.message)]
    assert "長い理由" in response.content.decode()


def test_a_page_that_is_no_longer_possible_leads_back_to_the_case() -> None:
    case = SubmissionFactory(returned=True)
    response = desk(StaffMember(case.department, GrantRole.REVIEW)).get(page("grant", case), follow=True)
    assert [str(message) for message in response.context["messages"]] == [str(WrongState.message)]


def test_a_refusal_without_a_reason_is_not_done() -> None:
    case = SubmissionFactory(in_review=True)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    assert "comment" in client.post(page("refuse", case), {"comment": " ", "stage": "send"}).context["form"].errors
    case.refresh_from_db()
    assert case.state == State.IN_REVIEW


def test_a_proposed_refusal_needs_a_reason() -> None:
    case = SubmissionFactory(in_review=True, has_approval=True)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    response = client.post(page("propose", case), {"outcome": "refused", "stage": "send"})
    assert "comment" in response.context["form"].errors


def test_the_preview_says_what_the_applicant_will_be_told_and_does_nothing() -> None:
    case = SubmissionFactory(in_review=True)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    response = client.post(page("refuse", case), {"comment": "第5条の要件", "stage": "preview"})
    told = response.context["told"]
    assert (told.notice, told.text) == (case.handling.refused_title, "第5条の要件")
    case.refresh_from_db()
    assert case.state == State.IN_REVIEW


def test_going_back_from_the_preview_keeps_what_was_typed() -> None:
    case = SubmissionFactory(in_review=True)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    response = client.post(page("refuse", case), {"comment": "第5条の要件", "stage": "edit"})
    assert "第5条の要件</textarea>" in response.content.decode()


def test_an_approver_approves_only_the_draft_that_was_shown() -> None:
    case = SubmissionFactory(awaiting_decision=True)
    approver = StaffMember(case.department, GrantRole.DECIDE)
    response = desk(approver).post(page("approve", case), {"stage": "send", "decision": "0"})
    assert response.context["told"].notice == case.handling.granted_title
    case.refresh_from_db()
    assert case.state == State.AWAITING_DECISION


def test_the_internal_comment_reaches_the_approver_and_not_the_applicant() -> None:
    case = SubmissionFactory(in_review=True, has_approval=True)
    press(StaffMember(case.department, GrantRole.REVIEW), case, TRANSITIONS["propose"])
    told = desk(StaffMember(case.department, GrantRole.DECIDE)).get(page("approve", case)).context["told"]
    assert (told.internal, told.text) == ("確認済み", "理由です。")
    assert not case.events.filter(comment__contains="確認済み").exists()


def test_a_decided_case_offers_its_notice_and_no_button() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    notice = decide(case, user=reviewer, outcome=Outcome.GRANTED)
    case.refresh_from_db()
    assert buttons(reviewer, case) == []
    assert page("notice_pdf", case, notice.pk) in desk(reviewer).get(page("case", case)).content.decode()
