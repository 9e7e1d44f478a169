from typing import Any

from django.dispatch import receiver

from .enums import ScanState
from .models import Attachment, Event, Notice
from .signals import attachment_added, file_infected, message_sent, notice_issued, submission_transitioned
from .tasks import notify, render_notice, scan_file
from .workflow import Transition


@receiver(submission_transitioned, dispatch_uid="submissions.notify")
def notify_on_transition(sender: Any, *, transition: Transition, event: Event, **kwargs: Any) -> None:
    if not transition.is_internal:
        notify.enqueue(event.pk)


@receiver(attachment_added, dispatch_uid="submissions.scan_file")
def scan_added_file(sender: Any, *, attachment: Attachment, **kwargs: Any) -> None:
    if attachment.scan_state != ScanState.UNSCANNED:
        scan_file.enqueue(str(attachment.pk))


@receiver(file_infected, dispatch_uid="submissions.notify_of_harm")
def notify_of_harm(sender: Any, *, event: Event, **kwargs: Any) -> None:
    notify.enqueue(event.pk)


@receiver(message_sent, dispatch_uid="submissions.notify_of_message")
def notify_of_message(sender: Any, *, event: Event, **kwargs: Any) -> None:
    notify.enqueue(event.pk)


@receiver(notice_issued, dispatch_uid="submissions.render_notice")
def render_issued_notice(sender: Any, *, notice: Notice, **kwargs: Any) -> None:
    render_notice.enqueue(str(notice.pk))
