"""Only the applicant and the responsible office. Every test has a case that could leak."""

import pytest
from wagtail.permissions import policy_registry

from accounts.enums import MemberRole
from accounts.models import ProfileMember
from submissions.enums import GrantRole
from submissions.models import CaseGrant, Submission
from submissions.permissions import cases_for_applicant, cases_for_staff, is_applicant
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def test_applicants_see_their_own_cases_only() -> None:
    mine, _other = SubmissionFactory(), SubmissionFactory()
    assert list(cases_for_applicant(mine.applicant)) == [mine]


def test_members_of_a_business_share_its_cases() -> None:
    case, _other = SubmissionFactory(), SubmissionFactory()
    colleague = UserFactory()
    ProfileMember.objects.create(profile=case.profile, user=colleague, role=MemberRole.READER)
    assert list(cases_for_applicant(colleague)) == [case]
    assert is_applicant(colleague, case)
    assert not is_applicant(colleague, case, to_write=True)


@pytest.mark.parametrize("role", GrantRole)
def test_staff_see_the_cases_of_their_department_only(role: GrantRole) -> None:
    case, _other = SubmissionFactory(), SubmissionFactory()
    assert list(cases_for_staff(StaffMember(case.department, role))) == [case]


def test_staff_never_see_drafts() -> None:
    draft = SubmissionFactory(draft=True)
    assert list(cases_for_staff(StaffMember(draft.department, GrantRole.REVIEW))) == []


def test_a_grant_for_a_procedure_opens_that_procedure_only() -> None:
    case, _other = SubmissionFactory(), SubmissionFactory()
    staff = StaffMember(SubmissionFactory().department, GrantRole.VIEW)
    CaseGrant.objects.all().update(department=None, procedure=case.procedure)
    assert list(cases_for_staff(staff)) == [case]


def test_a_superuser_without_a_grant_sees_nothing() -> None:
    SubmissionFactory()
    admin = StaffFactory(is_superuser=True)
    policy = policy_registry.get_by_type(Submission)
    assert list(cases_for_staff(admin)) == []
    assert list(policy.instances_user_has_any_permission_for(admin, ["view", "change"])) == []


def test_a_dismissed_member_of_staff_sees_nothing() -> None:
    case = SubmissionFactory()
    staff = StaffMember(case.department, GrantRole.REVIEW)
    staff.is_active = False
    assert list(cases_for_staff(staff)) == []


@pytest.mark.parametrize(
    ("role", "can_view", "can_change"),
    [(GrantRole.VIEW, True, False), (GrantRole.REVIEW, True, True), (GrantRole.DECIDE, True, False)],
)
def test_policy_speaks_wagtails_language(role: GrantRole, can_view: bool, can_change: bool) -> None:
    case = SubmissionFactory()
    staff = StaffMember(case.department, role)
    policy = policy_registry.get_by_type(Submission)
    assert policy.user_has_permission_for_instance(staff, "view", case) is can_view
    assert policy.user_has_permission_for_instance(staff, "change", case) is can_change
    assert policy.user_has_permission_for_instance(staff, "delete", case) is False
