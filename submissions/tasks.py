"""Work behind the request. A task takes an id, may run twice, and tries again later if it fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from .actions.issue_notice import make_available
from .actions.scanning import scan
from .models import Attachment, Event, Notice
from .notices.files import notice_pdf
from .notifications import dispatch

RETRY_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))


@task()
def render_notice(notice_id: str, attempt: int = 0) -> None:
    """Draw the paper, open it to the applicant, then say that there is something to read."""
    notice = Notice.objects.select_related("submission", "decision").get(pk=notice_id)
    with trying_again(render_notice, notice_id, attempt):
        notice_pdf(notice)
        event = make_available(notice, user=None)
    notify.enqueue(event.pk)


@task()
def notify(event_id: int, attempt: int = 0) -> None:
    """Tell the applicant of an event, if it is one to be told."""
    with trying_again(notify, event_id, attempt):
        dispatch.notify(told_event(event_id))


@task()
def remind(event_id: int, attempt: int = 0) -> None:
    """Remind the applicant of the correction that the event asked for, or of the notice that it led to."""
    with trying_again(remind, event_id, attempt):
        dispatch.remind(told_event(event_id))


def told_event(event_id: int) -> Event:
    return Event.objects.select_related("submission__profile", "submission__department").get(pk=event_id)


@task()
def scan_file(attachment_id: str, attempt: int = 0) -> None:
    """Ask the scanner about a file that is still there and still waits."""
    attachment = Attachment.objects.filter(pk=attachment_id).first()
    if attachment is not None:
        with trying_again(scan_file, attachment_id, attempt):
            scan(attachment)


@contextmanager
def trying_again(failing: "Task[Any, Any]", key: str | int, attempt: int) -> Iterator[None]:
    """Queue the task once more for later if the block fails, a few times; every failure stays on the record."""
    try:
        yield
    except Exception:
        if attempt < len(RETRY_AFTER) and failing.get_backend().supports_defer:
            failing.using(run_after=timezone.now() + RETRY_AFTER[attempt]).enqueue(key, attempt + 1)
        raise
