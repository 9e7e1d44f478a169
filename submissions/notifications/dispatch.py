from django.db import transaction
from django.utils import timezone

from ..deadlines import today
from ..models import Event, InboxItem, MailOptOut, SentMessage
from ..queries import corrections_awaited, notices_unread
from .base import NOTIFICATIONS, Notification, notification_for
from .channels import CHANNELS, Channel
from .message import compose


def notify(event: Event) -> None:
    """Tell the applicant of `event`, once, if it is one to be told. Harmless to repeat."""
    notification = notification_for(event)
    if notification is None or (notification.waits_for_notice and not _has_notice(event)):
        return
    tell(notification, event)


def remind(event: Event) -> None:
    """Remind, once, of the correction that `event` asked for or the notice that it led to, if it still waits."""
    if corrections_awaited(today()).filter(pk=event.pk).exists():
        tell(NOTIFICATIONS["correction_reminder"], event)
    elif notices_unread(timezone.now()).filter(pk=event.pk).exists():
        tell(NOTIFICATIONS["notice_unread"], event)


def tell(notification: Notification, event: Event) -> None:
    """Put it into the inbox, which is the record, then knock at the door by every channel."""
    InboxItem.objects.get_or_create(
        event=event, notification=notification.name, defaults={"submission_id": event.submission_id}
    )
    if notification.is_optional and _is_unwanted(notification, event):
        return
    for channel in CHANNELS:
        send_once(notification, event, channel)


@transaction.atomic
def send_once(notification: Notification, event: Event, channel: Channel) -> bool:
    """Whether this call was the one that sent it. If sending fails nothing is kept, and the error goes on.

    Of two calls at the same moment the second waits for the first, by the unique constraint.
    """
    address = channel.address(event.submission.profile)
    if not address:
        return False
    _sent, is_first = SentMessage.objects.get_or_create(
        event=event, notification=notification.name, channel=channel.name, defaults={"recipient": address}
    )
    if is_first:
        channel.send(compose(notification, event), to=address)
    return is_first


def _is_unwanted(notification: Notification, event: Event) -> bool:
    profile_id = event.submission.profile_id
    return MailOptOut.objects.filter(profile_id=profile_id, notification=notification.name).exists()


def _has_notice(event: Event) -> bool:
    return event.submission.notices.filter(available_at__isnull=False).exists()
