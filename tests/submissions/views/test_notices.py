"""The notices of all cases, how they come, and the proof that they did."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from submissions.actions import record_access
from submissions.enums import AccessKind, GrantRole
from submissions.models import Notice
from submissions.notices.proof import proof_of
from submissions.notifications import notify
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory
from tests.submissions.admin.desk import desk, page

pytestmark = pytest.mark.django_db
LIST = "/mypage/notices/"


def url(name: str, *args: Any) -> str:
    return reverse(f"submissions:{name}", args=args)


@pytest.mark.parametrize("count", [1, 3])
def test_notices_ask_as_often_for_three_as_for_one(client: Client, count: int, django_assert_num_queries: Any) -> None:
    profile, version = ProfileFactory(), FormVersionFactory()
    for _number in range(count):
        SubmissionFactory(profile=profile, form_version=version, granted=True)
    Notice.objects.update(available_at=timezone.now())
    client.force_login(profile.members.get())
    client.get(LIST)
    with django_assert_num_queries(7):
        assert len(client.get(LIST).context["notices"]) == count


def test_unread_notices_come_first_and_strangers_see_none(client: Client) -> None:
    profile = ProfileFactory()
    unread, read = (SubmissionFactory(profile=profile, granted=True).notices.get() for _number in range(2))
    Notice.objects.update(available_at=timezone.now())
    Notice.objects.filter(pk=read.pk).update(first_opened_at=timezone.now())
    client.force_login(profile.members.get())
    assert list(client.get(LIST).context["notices"]) == [unread, read]
    client.force_login(ProfileFactory().members.get())
    assert list(client.get(LIST).context["notices"]) == []


def test_a_notice_that_cannot_be_fetched_yet_is_not_listed(client: Client) -> None:
    case = SubmissionFactory(granted=True)
    client.force_login(case.applicant)
    assert list(client.get(LIST).context["notices"]) == []


def test_the_proof_names_every_step_for_both_sides(client: Client) -> None:
    case = SubmissionFactory(granted=True)
    notice = case.notices.get()
    assert [step.moment is not None for step in proof_of(notice)] == [True, False, False, False]
    Notice.objects.update(available_at=timezone.now())
    notify(case.events.latest("sequence"))
    client.force_login(case.applicant)
    client.get(url("notice", case.reference, notice.pk))
    html = (
        client.get(url("notice_pdf", case.reference, notice.pk))
        and client.get(url("notice", case.reference, notice.pk)).content.decode()
    )
    notice.refresh_from_db()
    assert [step.moment is not None for step in proof_of(notice)] == [True] * 5
    assert "メールでお知らせ" in html
    seen = desk(StaffMember(case.department, GrantRole.VIEW)).get(page("case", case)).content.decode()
    assert "メールでお知らせ" in seen


def test_paper_is_asked_for_on_the_page_and_seen_at_the_desk(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    assert "checked" in client.get(url("delivery", case.reference)).content.decode()
    client.post(url("delivery", case.reference), {"delivery": "paper"})
    case.refresh_from_db()
    seen = desk(StaffMember(case.department, GrantRole.VIEW)).get(page("case", case)).content.decode()
    assert (case.delivery, "申請者が通知書の受け取り方法を選びました" in seen) == ("paper", True)
    client.force_login(ProfileFactory().members.get())
    assert client.post(url("delivery", case.reference), {"delivery": "electronic"}).status_code == 404


def test_the_record_of_looks_has_office_and_time_and_no_name(client: Client) -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    record_access(case, user=reviewer, kind=AccessKind.DOWNLOAD, detail="店.png")
    record_access(case, user=reviewer, kind=AccessKind.PRINT, detail="内部の理由")
    client.force_login(case.applicant)
    html = client.get(url("looks", case.reference)).content.decode()
    shown = [
        words in html for words in (case.department.name, "店.png", "内部の理由", str(reviewer), reviewer.username)
    ]
    assert shown == [True, True, False, False, False]
    assert client.get(url("looks", other.reference)).status_code == 404
