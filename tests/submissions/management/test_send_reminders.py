"""Run daily: each correction is reminded of once, some days before its deadline, and only while it is awaited."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from submissions.actions import perform, request_correction, resubmit
from submissions.deadlines import today
from submissions.enums import GrantRole
from submissions.models import CorrectionRequest, Event, InboxItem, Notice, SentMessage, Submission
from submissions.queries import corrections_to_remind
from submissions.tasks import remind
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def asked(*, days_left: int, days_ago: int = 1) -> Submission:
    """A case in correction, asked for some days ago, with the deadline some days from now."""
    case: Submission = SubmissionFactory(in_correction=True)
    moment = timezone.now() - timedelta(days=days_ago)
    case.corrections.update(due_on=today() + timedelta(days=days_left), requested_at=moment)
    case.events.filter(name="request_correction").update(happened_at=moment)
    mail.outbox.clear()
    return case


def reminded() -> int:
    """How many mails a run sends."""
    mail.outbox.clear()
    call_command("send_reminders", stdout=StringIO())
    return len(mail.outbox)


@pytest.mark.parametrize(("days_left", "mails"), [(4, 0), (3, 1), (1, 1), (0, 1), (-1, 0)])
def test_reminder_is_sent_from_three_days_before_the_deadline_until_it(days_left: int, mails: int) -> None:
    asked(days_left=days_left)
    assert reminded() == mails


def test_every_correction_is_reminded_of_once() -> None:
    asked(days_left=3)
    asked(days_left=2)
    assert [reminded() for _day in range(3)] == [2, 0, 0]


def test_reminder_goes_to_the_applicant_and_names_the_deadline() -> None:
    case = asked(days_left=3)
    reminded()
    assert (mail.outbox[0].to, "期限が近づいています" in mail.outbox[0].subject) == ([case.profile.email], True)
    assert SentMessage.objects.get(notification="correction_reminder").event.name == "request_correction"


def test_what_was_asked_for_today_is_not_reminded_of_today() -> None:
    asked(days_left=3, days_ago=0)
    assert reminded() == 0


def test_a_correction_that_arrived_or_was_ended_is_not_reminded_of() -> None:
    arrived, ended = asked(days_left=3), asked(days_left=3)
    resubmit(arrived, user=arrived.applicant)
    perform("cancel_correction", ended, user=StaffMember(ended.department, GrantRole.REVIEW), comment="不要です。")
    assert reminded() == 0


def test_a_second_correction_has_a_reminder_of_its_own() -> None:
    case = asked(days_left=3)
    assert reminded() == 1
    resubmit(case, user=case.applicant)
    again, reviewer = Submission.objects.get(), StaffMember(case.department, GrantRole.REVIEW)
    due_on = today() + timedelta(days=2)
    request_correction(again, user=reviewer, items={"reason": "もう一度。"}, comment="お願いします。", due_on=due_on)
    Event.objects.order_by("pk").filter(pk=again.events.latest("sequence").pk).update(
        happened_at=timezone.now() - timedelta(days=1)
    )
    assert [reminded(), reminded()] == [1, 0]


def test_a_correction_that_arrives_before_the_worker_comes_is_not_reminded_of() -> None:
    case = asked(days_left=3)
    event = corrections_to_remind(today(), days=3).get()
    resubmit(case, user=case.applicant)
    mail.outbox.clear()
    remind.call(event.pk)
    assert mail.outbox == []


def test_the_days_are_a_setting_and_none_turns_reminders_off(settings: Settings) -> None:
    asked(days_left=7)
    assert reminded() == 0
    settings.CORRECTION_REMINDER_DAYS = 0
    CorrectionRequest.objects.update(due_on=today())
    assert reminded() == 0
    settings.CORRECTION_REMINDER_DAYS = 7
    assert reminded() == 1


def unread(*, days: int) -> Notice:
    """A notice that has lain unread for some days."""
    case = SubmissionFactory(granted=True)
    Notice.objects.filter(submission=case).update(available_at=timezone.now() - timedelta(days=days))
    return Notice.objects.get(submission=case)


def test_an_unread_notice_is_reminded_of_once_and_says_nothing() -> None:
    unread(days=8)
    unread(days=3)
    assert [reminded(), len(mail.outbox), reminded()] == [1, 1, 0]
    assert InboxItem.objects.filter(notification="notice_unread").count() == 1


def test_a_notice_that_was_read_or_comes_on_paper_is_not_reminded_of() -> None:
    read, paper = unread(days=8), unread(days=8)
    Notice.objects.filter(pk=read.pk).update(first_opened_at=timezone.now())
    Notice.objects.filter(pk=paper.pk).update(delivery="paper")
    assert reminded() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_choosing_costs_one_query(count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _number in range(count):
        asked(days_left=3)
    with django_assert_num_queries(1):
        assert corrections_to_remind(today(), days=3).count() == count


@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
def test_the_command_says_how_many_it_queued() -> None:
    asked(days_left=3)
    out = StringIO()
    call_command("send_reminders", stdout=out)
    assert (out.getvalue(), mail.outbox) == ("Reminders queued: 1\n", [])
