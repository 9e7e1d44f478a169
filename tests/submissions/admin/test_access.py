"""To staff without a grant a case does not exist, on whatever page they ask."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from wagtail.models import ReferenceIndex

from submissions.actions import approve
from submissions.admin.viewset import case_viewset
from submissions.enums import AccessKind, GrantRole, ScanState
from submissions.models import AccessRecord, CaseGrant, Submission
from tests.factories.accounts import StaffFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

from ..files.samples import picture
from .desk import attach, desk, page

pytestmark = pytest.mark.django_db
PAGES = [str(pattern.name) for pattern in case_viewset.get_urlpatterns() if "pk" in pattern.pattern.converters]


def answers(client: Client, case: Submission) -> set[int]:
    """The status codes of every page of a case, read and written to."""
    codes = set()
    for name in PAGES:
        args = [uuid.uuid4()] if name in ("file", "preview", "notice_pdf") else []
        codes |= {client.get(page(name, case, *args)).status_code, client.post(page(name, case, *args)).status_code}
    return codes


def test_other_departments_do_not_see_a_case() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    assert answers(desk(StaffMember(other.department, GrantRole.DECIDE)), case) <= {404, 405}
    assert not AccessRecord.objects.exists()


def test_nobody_sees_a_draft() -> None:
    draft = SubmissionFactory(draft=True)
    assert answers(desk(StaffMember(draft.department, GrantRole.REVIEW)), draft) <= {404, 405}


def test_a_superuser_without_a_grant_sees_no_case() -> None:
    assert answers(desk(StaffFactory(superuser=True)), SubmissionFactory()) <= {404, 405}


def test_an_applicant_is_sent_to_the_login() -> None:
    case = SubmissionFactory()
    response = desk(case.applicant).get(page("case", case))
    assert response.status_code == 302
    assert "/admin/cases" not in response["Location"].split("?")[0]


def test_a_grant_for_one_procedure_opens_its_cases() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    staff = StaffMember(SubmissionFactory().department, GrantRole.VIEW)
    CaseGrant.objects.filter(group__user=staff).update(department=None, procedure=case.procedure)
    client = desk(staff)
    assert client.get(page("case", case)).status_code == 200
    assert client.get(page("case", other)).status_code == 404


def test_a_file_belongs_to_its_case_only() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    attachment = attach(other, b"secret")
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    assert client.get(page("file", case, attachment.pk)).status_code == 404
    assert client.get(page("preview", case, attachment.pk)).status_code == 404


@pytest.mark.parametrize("state", [*ScanState.unsettled, ScanState.INFECTED, ScanState.UNSCANNED])
def test_an_unchecked_file_is_not_handed_out(state: ScanState, settings: Settings) -> None:
    settings.CLAMD_ADDRESS = "unix:/nowhere"
    case = SubmissionFactory()
    attachment = attach(case, picture("PNG"), scan_state=state)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    assert [client.get(page(view, case, attachment.pk)).status_code for view in ("file", "preview")] == [404, 404]


def test_a_notice_belongs_to_its_case_only() -> None:
    case, other = SubmissionFactory(), SubmissionFactory(granted=True)
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    assert client.get(page("notice_pdf", case, other.notices.get().pk)).status_code == 404


def test_opening_a_case_is_recorded_once_for_a_while() -> None:
    case = SubmissionFactory()
    reviewer, colleague = (StaffMember(case.department, GrantRole.VIEW) for _number in range(2))
    for user in (reviewer, reviewer, colleague):
        desk(user).get(page("case", case))
    seen = AccessRecord.objects.filter(submission=case, kind=AccessKind.VIEW)
    assert sorted(seen.values_list("user_id", flat=True)) == sorted([reviewer.pk, colleague.pk])


def test_opening_a_case_much_later_is_recorded_again() -> None:
    case = SubmissionFactory()
    client = desk(StaffMember(case.department, GrantRole.VIEW))
    client.get(page("case", case))
    AccessRecord.objects.update(accessed_at="2020-01-01T00:00:00Z")
    client.get(page("case", case))
    assert AccessRecord.objects.filter(submission=case, kind=AccessKind.VIEW).count() == 2


def test_papers_and_files_are_recorded() -> None:
    case = SubmissionFactory(awaiting_decision=True)
    notice = approve(case, user=StaffMember(case.department, GrantRole.DECIDE))
    client = desk(StaffMember(case.department, GrantRole.VIEW))
    attachment = attach(case, b"x")
    for url in (page("application_pdf", case), page("notice_pdf", case, notice.pk), page("file", case, attachment.pk)):
        assert client.get(url).status_code == 200
    kinds = AccessRecord.objects.filter(submission=case).values_list("kind", flat=True)
    assert set(kinds) == {AccessKind.PRINT, AccessKind.NOTICE, AccessKind.FILE}


def test_wagtails_history_report_names_no_case_to_others() -> None:
    case = SubmissionFactory(in_review=True)
    report = reverse("wagtailadmin_reports:site_history")
    for user in (StaffFactory(superuser=True), StaffMember(SubmissionFactory().department, GrantRole.REVIEW)):
        assert case.display_number not in desk(user).get(report, follow=True).content.decode()


def test_wagtails_reference_index_knows_no_case() -> None:
    tracked = {model._meta.label for model in ReferenceIndex.tracked_models}
    assert not {label for label in tracked if label.startswith("submissions.")}
