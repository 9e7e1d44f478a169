from datetime import timedelta
from smtplib import SMTPException
from unittest import mock

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from submissions.actions import assign, decide, perform
from submissions.enums import GrantRole, Outcome, State
from submissions.models import Notice, Submission
from submissions.notifications.channels import EmailChannel
from submissions.tasks import RETRY_AFTER, notify, render_notice
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_a_notice_is_drawn_then_opened_then_told() -> None:
    notice = SubmissionFactory(granted=True).notices.get()
    render_notice.call(str(notice.pk))
    notice.refresh_from_db()
    assert (bool(notice.pdf), len(notice.sha256), notice.available_at is None, len(mail.outbox)) == (True, 64, False, 1)


def test_drawing_twice_changes_nothing_and_tells_once() -> None:
    case = SubmissionFactory(granted=True)
    notice = case.notices.get()
    render_notice.call(str(notice.pk))
    before = Notice.objects.values().get()
    assign(case, user=StaffMember(case.department, GrantRole.REVIEW), assignee=None)
    render_notice.call(str(notice.pk))
    assert (Notice.objects.values().get() == before, len(mail.outbox)) == (True, 1)


def test_telling_twice_sends_one_mail() -> None:
    event = SubmissionFactory().events.get()
    notify.call(event.pk)
    notify.call(event.pk)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_decision_ends_in_one_mail_and_a_notice_to_fetch() -> None:
    case = SubmissionFactory(in_review=True)
    mail.outbox.clear()
    decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED)
    assert (Notice.objects.get().available_at is None, len(mail.outbox)) == (False, 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_mail_that_fails_does_not_stop_the_office() -> None:
    case = SubmissionFactory(in_review=True)
    with mock.patch.object(EmailChannel, "send", side_effect=SMTPException):
        perform("withdraw", case, user=case.applicant)
    assert Submission.objects.get().state == State.WITHDRAWN


@pytest.mark.usefixtures("queue")
def test_a_task_that_fails_is_tried_again_later() -> None:
    event = SubmissionFactory().events.get()
    before = timezone.now()
    with mock.patch.object(EmailChannel, "send", side_effect=SMTPException), pytest.raises(SMTPException):
        notify.call(event.pk)
    retry = DBTaskResult.objects.get(task_path="submissions.tasks.notify")
    assert retry.args_kwargs == {"args": [event.pk, 1], "kwargs": {}}
    assert timedelta(0) <= retry.run_after - before - RETRY_AFTER[0] < timedelta(seconds=10)


@pytest.mark.usefixtures("queue")
def test_a_task_that_failed_often_enough_is_left_for_people() -> None:
    event = SubmissionFactory().events.get()
    with mock.patch.object(EmailChannel, "send", side_effect=SMTPException), pytest.raises(SMTPException):
        notify.call(event.pk, len(RETRY_AFTER))
    assert DBTaskResult.objects.filter(task_path="submissions.tasks.notify").count() == 0
