from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPException
from unittest import mock

import pytest
from django.core import mail
from django.db import connection

from submissions.actions import assign
from submissions.enums import GrantRole
from submissions.models import Event, SentMessage
from submissions.notifications import NOTIFICATIONS, notify
from submissions.notifications.channels import EmailChannel
from submissions.notifications.dispatch import send_once
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def test_an_event_is_told_once_however_often_it_is_asked_for() -> None:
    event = SubmissionFactory().events.get()
    notify(event)
    notify(event)
    assert [message.to for message in mail.outbox] == [[event.submission.profile.email]]


def test_what_was_sent_is_kept() -> None:
    event = SubmissionFactory().events.get()
    notify(event)
    kept = SentMessage.objects.values_list("event", "notification", "channel", "recipient").get()
    assert kept == (event.pk, "arrived", "email", event.submission.profile.email)


def test_the_mail_goes_to_the_address_that_the_profile_has_now() -> None:
    event = SubmissionFactory().events.get()
    event.submission.profile.email = "new@example.jp"
    notify(event)
    assert mail.outbox[0].to == ["new@example.jp"]


def test_the_mail_asks_machines_not_to_answer() -> None:
    notify(SubmissionFactory().events.get())
    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"


def test_internal_events_are_not_told() -> None:
    case = SubmissionFactory(awaiting_decision=True)
    assign(case, user=StaffMember(case.department, GrantRole.REVIEW), assignee=None)
    for event in case.events.filter(name__in=["propose", "start_review", "assigned"]):
        notify(event)
    assert mail.outbox == []


def test_a_decision_is_not_told_before_its_notice_can_be_fetched() -> None:
    notify(SubmissionFactory(granted=True).events.latest("sequence"))
    assert mail.outbox == []


def test_a_mail_that_could_not_be_sent_is_sent_by_the_next_try() -> None:
    event = SubmissionFactory().events.get()
    with mock.patch.object(EmailChannel, "send", side_effect=SMTPException), pytest.raises(SMTPException):
        notify(event)
    assert SentMessage.objects.count() == 0
    notify(event)
    assert len(mail.outbox) == 1


def test_a_reminder_may_follow_the_request_it_is_about() -> None:
    event = SubmissionFactory(in_correction=True).events.latest("sequence")
    notify(event)
    sent = [send_once(NOTIFICATIONS["correction_reminder"], event, EmailChannel()) for _time in range(2)]
    assert (sent, len(mail.outbox)) == ([True, False], 2)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_the_same_moment_send_one_mail() -> None:
    event = SubmissionFactory().events.get()
    SentMessage.objects.all().delete()
    mail.outbox.clear()

    def run(_number: int) -> None:
        notify(Event.objects.get(pk=event.pk))
        connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, range(4)))
    assert (len(mail.outbox), SentMessage.objects.count()) == (1, 1)
