"""What an applicant sees, and what of others and of the office they never see."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.enums import MemberRole
from submissions.actions import add_attachment, add_note, assign, perform, record_access, submit
from submissions.enums import AccessKind, GrantRole, State
from submissions.models import Notice, Submission
from tests.factories.accounts import ProfileFactory, UserFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db
PAGES = ("case", "receipt", "receipt_pdf", "withdraw")


def url(name: str, *args: object) -> str:
    return reverse(f"submissions:{name}", args=args)


@pytest.mark.parametrize("count", [1, 3])
def test_case_list_asks_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    profile, version = ProfileFactory(), FormVersionFactory()
    for state in (State.ARRIVED, State.DRAFT):
        for _number in range(count):
            SubmissionFactory(profile=profile, form_version=version, state=state)
    client.force_login(profile.members.get())
    client.get(url("case_list"))
    with django_assert_max_num_queries(14):
        client.get(url("case_list"))


def test_case_list_shows_what_waits_for_me_first(client: Client) -> None:
    profile = ProfileFactory()
    waiting = SubmissionFactory(profile=profile, in_correction=True)
    newer = SubmissionFactory(profile=profile)
    stranger = SubmissionFactory()
    client.force_login(profile.members.get())
    html = client.get(url("case_list")).content.decode()
    assert html.index(waiting.display_number) < html.index(newer.display_number)
    assert stranger.display_number not in html


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_case_are_its_applicants_alone(client: Client, name: str) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    assert client.get(url(name, case.reference)).status_code == 200
    for other in (ProfileFactory().members.get(), SubmissionFactory().applicant):
        client.force_login(other)
        assert client.get(url(name, case.reference)).status_code == 404


def test_case_page_never_shows_the_inside_of_the_office(client: Client) -> None:
    case = SubmissionFactory(awaiting_decision=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    approver = StaffMember(case.department, GrantRole.DECIDE)
    add_note(case, user=reviewer, body="内部メモの中身")
    assign(case, user=reviewer, assignee=reviewer)
    record_access(case, user=reviewer, kind=AccessKind.VIEW)
    perform("send_back", case, user=approver, comment="確認し直します。", internal_comment="根拠が弱い")
    client.force_login(case.applicant)
    html = client.get(url("case", case.reference)).content.decode()
    for secret in (
        "内部メモの中身",
        "根拠が弱い",
        "要件を確認しました。",
        reviewer.username,
        str(reviewer),
        str(approver),
    ):
        assert secret not in html
    for words in ("確認し直します。", case.department.name, "申請内容を閲覧"):
        assert words in html


def test_approval_reads_as_review(client: Client) -> None:
    case = SubmissionFactory(awaiting_decision=True)
    client.force_login(case.applicant)
    html = client.get(url("case", case.reference)).content.decode()
    assert ("審査中" in html, "決裁" in html) == (True, False)


def test_withdrawing_asks_first_and_is_final(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    assert "取り下げますか" in client.get(url("withdraw", case.reference)).content.decode()
    client.post(url("withdraw", case.reference), {"reason": "事情が変わった"})
    assert (Submission.objects.get().state, case.events.last().comment) == (State.WITHDRAWN, "事情が変わった")


def test_a_reason_keeps_nothing_that_the_database_cannot_hold(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    client.post(url("withdraw", case.reference), {"reason": "\x00事情が\x00変わった\u202e"})
    assert case.events.last().comment == "事情が変わった"


def test_read_only_members_see_but_do_not_withdraw(client: Client) -> None:
    case, reader = SubmissionFactory(), UserFactory()
    case.profile.memberships.create(user=reader, role=MemberRole.READER)
    client.force_login(reader)
    assert "申請を取り下げる" not in client.get(url("case", case.reference)).content.decode()
    client.post(url("withdraw", case.reference))
    assert Submission.objects.get().state == State.ARRIVED


def test_opening_and_fetching_a_notice_is_recorded(client: Client) -> None:
    case = SubmissionFactory(granted=True)
    notice = case.notices.get()
    client.force_login(case.applicant)
    assert "交付決定通知書" in client.get(url("notice", case.reference, notice.pk)).content.decode()
    notice.refresh_from_db()
    assert (notice.first_opened_at is not None, notice.first_downloaded_at) == (True, None)
    pdf = client.get(url("notice_pdf", case.reference, notice.pk))
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert Notice.objects.get().first_downloaded_at is not None


@pytest.mark.parametrize("name", ["notice", "notice_pdf"])
def test_a_notice_is_its_applicants_alone(client: Client, name: str) -> None:
    case, own = SubmissionFactory(granted=True), SubmissionFactory(granted=True)
    client.force_login(own.applicant)
    for reference in (case.reference, own.reference):
        assert client.get(url(name, reference, case.notices.get().pk)).status_code == 404


def test_files_are_handed_to_their_owner_only_and_never_run(client: Client) -> None:
    draft, other = SubmissionFactory(draft=True), SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", SimpleUploadedFile("写真.png", picture("PNG")), user=draft.applicant)
    client.force_login(draft.applicant)
    answer = client.get(url("attachment", file.pk))
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    client.force_login(other.applicant)
    assert [client.get(url(name, file.pk)).status_code for name in ("attachment", "thumbnail")] == [404, 404]


def test_a_draft_is_discarded_after_asking(client: Client) -> None:
    draft, filed = SubmissionFactory(draft=True), SubmissionFactory()
    client.force_login(draft.applicant)
    assert client.get(url("discard", draft.reference)).status_code == 200
    client.post(url("discard", draft.reference))
    assert list(Submission.objects.all()) == [filed]


def test_a_draft_that_was_sent_opens_as_a_case(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(draft.applicant)
    submit(draft, user=draft.applicant, delivery="electronic")
    assert client.get(url("step", draft.reference, 1)).status_code == 404
    assert client.get(url("confirm", draft.reference))["Location"] == url("case", draft.reference)
