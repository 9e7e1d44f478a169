from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from accounts.closing import Hindrance
from accounts.models import ApplicantProfile, User
from accounts.signals import account_closing, account_closing_asked

from .actions import forget_bounce
from .closing import discard_what_was_not_sent, open_case_hindrances
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


@receiver(account_closing_asked, dispatch_uid="submissions.hindrances")
def name_open_cases(sender: Any, *, user: User, **kwargs: Any) -> list[Hindrance]:
    return open_case_hindrances(user)


@receiver(account_closing, dispatch_uid="submissions.closing")
def let_drafts_go(sender: Any, *, user: User, profiles: list[ApplicantProfile], **kwargs: Any) -> list[int]:
    return discard_what_was_not_sent(user, profiles)


@receiver(email_confirmed, dispatch_uid="submissions.forget_bounce")
def forget_bounce_of_confirmed_address(sender: Any, *, email_address: EmailAddress, **kwargs: Any) -> None:
    forget_bounce(email_address.email, user=email_address.user)
