"""Both sides write; nobody else reads, and nothing that was sent changes."""

from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.enums import MemberRole
from submissions.actions import mark_read, perform, remove_attachment, request_correction, send_message
from submissions.actions.messages import UNREAD_AT_MOST
from submissions.deadlines import add_business_days, today
from submissions.enums import GrantRole, Side, State
from submissions.models import Attachment, InboxItem, Message
from submissions.refusals import BadFile, NotAllowed, Refused, WrongState
from tests.factories.accounts import ProfileFactory, UserFactory
from tests.factories.submissions import StaffMember, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db


def test_a_message_is_kept_with_its_file_and_in_the_chain_of_events() -> None:
    case = SubmissionFactory()
    photo = SimpleUploadedFile("店.png", picture("PNG"))
    message = send_message(case, user=case.applicant, body=" いつ？\r\n", uploads=[photo])
    event = case.events.last()
    assert (message.side, message.body, message.attachments.get().name) == (
        Side.APPLICANT,
        "いつ？",
        "店.png",
    )
    assert (event.name, event.data["message"], event.comment) == ("message_from_applicant", str(message.pk), "")
    assert case.state == event.to_state == State.ARRIVED


def test_the_applicant_is_told_that_the_office_wrote_and_nothing_of_what(
    django_capture_on_commit_callbacks: Any,
) -> None:
    case = SubmissionFactory()
    with django_capture_on_commit_callbacks(execute=True):
        send_message(case, user=StaffMember(case.department, GrantRole.REVIEW), body="資料をお送りください。")
    (sent,) = mail.outbox
    assert (sent.to, "資料" in f"{sent.subject}{sent.body}") == ([case.profile.email], False)
    assert InboxItem.objects.filter(notification="message_from_office").get().submission == case


def test_strangers_viewers_and_readers_do_not_write() -> None:
    case = SubmissionFactory()
    reader = UserFactory()
    case.profile.memberships.create(user=reader, role=MemberRole.READER)
    others = [
        ProfileFactory().members.get(),
        reader,
        StaffMember(case.department, GrantRole.VIEW),
        StaffMember(SubmissionFactory().department, GrantRole.REVIEW),
    ]
    for other in others:
        with pytest.raises(NotAllowed):
            send_message(case, user=other, body="質問")
    assert not Message.objects.exists()


def test_a_reviewer_writes_about_an_own_case_as_its_applicant() -> None:
    case = SubmissionFactory()
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    case.profile.memberships.create(user=reviewer, role=MemberRole.CLERK)
    assert send_message(case, user=reviewer, body="質問").side == Side.APPLICANT


def test_a_double_click_sends_once_and_a_key_is_its_senders() -> None:
    case, key = SubmissionFactory(), uuid4()
    for _click in range(2):
        send_message(case, user=case.applicant, body="質問", key=key)
    assert case.messages.count() == 1
    other = SubmissionFactory()
    with pytest.raises(NotAllowed):
        send_message(other, user=other.applicant, body="質問", key=key)


def test_a_bad_file_sends_nothing() -> None:
    case = SubmissionFactory()
    with pytest.raises(BadFile):
        send_message(case, user=case.applicant, body="写真です。", uploads=[SimpleUploadedFile("a.png", b"MZ" * 9)])
    assert (Message.objects.count(), Attachment.objects.count()) == (0, 0)


def test_there_are_no_messages_about_a_draft() -> None:
    draft = SubmissionFactory(draft=True)
    with pytest.raises(WrongState):
        send_message(draft, user=draft.applicant, body="質問")


def test_a_decided_case_can_still_be_asked_about() -> None:
    case = SubmissionFactory(granted=True)
    assert send_message(case, user=case.applicant, body="振込はいつですか。").pk


def test_only_those_who_may_answer_have_read_for_the_office() -> None:
    case = SubmissionFactory()
    send_message(case, user=case.applicant, body="質問")
    assert mark_read(case, user=case.applicant) == 0
    assert mark_read(case, user=StaffMember(case.department, GrantRole.VIEW)) == 0
    assert mark_read(case, user=StaffMember(case.department, GrantRole.REVIEW)) == 1
    assert case.messages.get().read_at is not None


def test_a_flood_of_unread_messages_is_stopped() -> None:
    case = SubmissionFactory()
    for _number in range(UNREAD_AT_MOST):
        send_message(case, user=case.applicant, body="質問")
    with pytest.raises(Refused):
        send_message(case, user=case.applicant, body="質問")


def test_a_message_and_its_file_never_change() -> None:
    case = SubmissionFactory()
    message = send_message(
        case, user=case.applicant, body="写真", uploads=[SimpleUploadedFile("店.png", picture("PNG"))]
    )
    with pytest.raises(TypeError):
        message.save()
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    perform("start_review", case, user=reviewer)
    due_on = add_business_days(today(), 5)
    request_correction(case, user=reviewer, items={"photo": "撮り直し"}, comment="補正", due_on=due_on)
    with pytest.raises(NotAllowed):
        remove_attachment(message.attachments.get(), user=case.applicant)
