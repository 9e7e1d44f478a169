"""Who acts for whom: roles in a business, agents of a principal. Every test has a case that could leak."""

from typing import Any

import pytest

from accounts.agent_actions import end_appointment
from accounts.enums import AgentPower
from accounts.models import ApplicantProfile, Appointment
from submissions.actions import open_notice, perform, resubmit, save_draft, start_draft, submit
from submissions.enums import GrantRole
from submissions.models import CaseGrant, Submission
from submissions.permissions import can_perform, cases_for_applicant, has_power, is_applicant
from submissions.refusals import NotAllowed
from submissions.workflow import TRANSITIONS
from tests.factories.accounts import Agency, ProfileFactory, ProfileMemberFactory
from tests.factories.submissions import ANSWERS, FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def user_of(profile: ApplicantProfile) -> Any:
    return profile.members.order_by("pk").first()


@pytest.fixture
def principal() -> ApplicantProfile:
    return ProfileFactory(business=True)


@pytest.fixture
def agent() -> ApplicantProfile:
    return ProfileFactory(business=True, name="行政書士みなと事務所", contact_name="港　三郎")


@pytest.mark.parametrize(("role", "may_write"), [("manager", True), ("clerk", True), ("reader", False)])
def test_a_role_reads_everything_of_its_business_and_writes_what_it_may(role: str, may_write: bool) -> None:
    case, stranger = SubmissionFactory(profile=ProfileFactory(business=True)), SubmissionFactory()
    member = ProfileMemberFactory(profile=case.profile, role=role).user
    assert list(cases_for_applicant(member)) == [case]
    assert (has_power(member, case, AgentPower.NOTICES), is_applicant(member, case)) == (True, True)
    assert is_applicant(member, case, to_write=True) is may_write
    assert can_perform(member, TRANSITIONS["withdraw"], case) is may_write
    assert not is_applicant(member, stranger)


def test_who_of_a_business_did_it_stands_in_the_history() -> None:
    case = SubmissionFactory(profile=ProfileFactory(business=True, name="みなと食堂"))
    clerk = ProfileMemberFactory(profile=case.profile, role="clerk", name="湊　花子").user
    perform("withdraw", case, user=clerk)
    assert [event.data.get("by") for event in case.events.all()] == ["湊　二郎", "湊　花子"]


def test_a_removed_member_is_refused_with_the_next_call() -> None:
    case = SubmissionFactory(profile=ProfileFactory(business=True), draft=True)
    member = ProfileMemberFactory(profile=case.profile, role="clerk")
    save_draft(case, {"reason": "一"}, user=member.user)
    member.delete()
    with pytest.raises(NotAllowed):
        save_draft(case, {"reason": "二"}, user=member.user)
    assert list(cases_for_applicant(member.user)) == []


def filed_by(agent: ApplicantProfile, principal: ApplicantProfile) -> Submission:
    draft = start_draft(FormVersionFactory().page, user=user_of(agent), profile=principal)
    save_draft(draft, ANSWERS, user=user_of(agent))
    return submit(draft, user=user_of(agent), delivery="electronic")


def test_an_agent_files_in_the_principals_name_and_both_are_recorded(principal: Any, agent: Any) -> None:
    Agency(principal, agent, is_paid=True, registration_number="12345678")
    case = filed_by(agent, principal)
    filed, event = case.answer_sets.get(), case.events.get()
    assert (case.profile, case.agent, case.applicant_name) == (principal, agent, principal.name)
    assert (filed.applicant["name"], filed.agent["name"], filed.agent["registration_number"]) == (
        principal.name,
        agent.name,
        "12345678",
    )
    assert (event.data["agent"], event.data["by"]) == (agent.name, "港　三郎")


def test_an_agent_sees_what_the_appointment_covers_and_nothing_else(principal: Any, agent: Any) -> None:
    covered, other = SubmissionFactory(profile=principal), SubmissionFactory(profile=principal)
    SubmissionFactory()
    user = user_of(agent)
    narrow = Agency(principal, agent, procedures=[covered.procedure])
    assert list(cases_for_applicant(user)) == []
    end_appointment(narrow, user=user)
    Agency(principal, agent, procedures=[covered.procedure], includes_others=True)
    assert list(cases_for_applicant(user)) == [covered]
    assert [is_applicant(user, case) for case in (covered, other)] == [True, False]
    with pytest.raises(NotAllowed):
        start_draft(other.procedure, user=user, profile=principal)


@pytest.mark.parametrize("power", AgentPower)
def test_an_agent_does_what_is_named_and_no_more(principal: Any, agent: Any, power: AgentPower) -> None:
    Agency(principal, agent, powers=[power], includes_others=True)
    user, granted = user_of(agent), SubmissionFactory(profile=principal, granted=True)
    correction = SubmissionFactory(profile=principal, in_correction=True)
    attempts = {
        AgentPower.APPLY: lambda: perform("withdraw", SubmissionFactory(profile=principal), user=user),
        AgentPower.CORRECT: lambda: resubmit(correction, user=user),
        AgentPower.NOTICES: lambda: open_notice(granted.notices.get(), user=user),
    }
    for needed, attempt in attempts.items():
        if needed == power:
            attempt()
        else:
            with pytest.raises(NotAllowed):
                attempt()


def test_a_reader_in_the_agents_office_reads_only(principal: Any, agent: Any) -> None:
    Agency(principal, agent)
    draft = start_draft(FormVersionFactory().page, user=user_of(agent), profile=principal)
    reader = ProfileMemberFactory(profile=agent, role="reader").user
    assert list(cases_for_applicant(reader)) == [draft]
    with pytest.raises(NotAllowed):
        save_draft(draft, ANSWERS, user=reader)


def test_an_ended_appointment_closes_at_once_and_the_draft_is_the_principals(principal: Any, agent: Any) -> None:
    appointment = Agency(principal, agent)
    draft = start_draft(FormVersionFactory().page, user=user_of(agent), profile=principal)
    save_draft(draft, ANSWERS, user=user_of(agent))
    end_appointment(appointment, user=user_of(principal))
    for attempt in (
        lambda: save_draft(draft, {"reason": "x"}, user=user_of(agent)),
        lambda: submit(draft, user=user_of(agent), delivery="electronic"),
        lambda: start_draft(draft.procedure, user=user_of(agent), profile=principal),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert list(cases_for_applicant(user_of(agent))) == []
    sent = submit(draft, user=user_of(principal), delivery="electronic")
    assert sent.answer_sets.get().agent == {}


def test_whoever_filed_as_an_agent_never_decides(principal: Any, agent: Any) -> None:
    appointment = Agency(principal, agent)
    case = filed_by(agent, principal)
    user = user_of(agent)
    StaffMember(case.department, GrantRole.REVIEW)
    user.groups.add(CaseGrant.objects.get().group)
    end_appointment(appointment, user=user)
    assert not can_perform(user, TRANSITIONS["start_review"], case)


def test_agencies_of_others_are_not_asked_for(principal: Any, agent: Any, django_assert_num_queries: Any) -> None:
    Agency(principal, agent)
    own = SubmissionFactory()
    user = own.applicant
    with django_assert_num_queries(2):
        assert list(cases_for_applicant(user)) == [own]
    assert Appointment.objects.count() == 1
