"""Every notification there is. Few on purpose: the start of a review and the drafting of a decision are not mailed."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.japanese.eras import both_calendars

from ..enums import Delivery, Happening
from ..models import Event
from .base import Notification, register


@register
class Arrived(Notification):
    name = "arrived"
    subject = _("We have received your filing")
    template = "submissions/mail/arrived.txt"
    is_optional = True
    transitions = ("submit",)


class WithDueDay(Notification):
    def context(self, event: Event) -> dict[str, Any]:
        return {"due_on": both_calendars(date.fromisoformat(event.data["due_on"]))}


@register
class CorrectionRequested(WithDueDay):
    name = "correction_requested"
    subject = _("Please correct your filing")
    template = "submissions/mail/correction_requested.txt"
    transitions = ("request_correction",)


@register
class CorrectionReminder(WithDueDay):
    """Sent about the event that asked for the correction, some days before its deadline."""

    name = "correction_reminder"
    subject = _("The deadline for your correction is near")
    template = "submissions/mail/correction_reminder.txt"
    is_optional = True


@register
class CorrectionArrived(Notification):
    name = "correction_arrived"
    subject = _("We have received your correction")
    template = "submissions/mail/correction_arrived.txt"
    is_optional = True
    transitions = ("resubmit",)


@register
class CorrectionEnded(Notification):
    name = "correction_ended"
    subject = _("The correction has been closed")
    template = "submissions/mail/correction_ended.txt"
    is_optional = True
    transitions = ("cancel_correction",)


@register
class ReviewedAgain(Notification):
    name = "reviewed_again"
    subject = _("About the review of your filing")
    template = "submissions/mail/reviewed_again.txt"
    transitions = ("send_back",)


@register
class Returned(Notification):
    """Words like those for a notice: that something was returned is for the portal to say."""

    name = "returned"
    subject = _("There is news about your filing")
    template = "submissions/mail/returned.txt"
    transitions = ("return",)


@register
class Withdrawn(Notification):
    name = "withdrawn"
    subject = _("We have received your withdrawal")
    template = "submissions/mail/withdrawn.txt"
    is_optional = True
    transitions = ("withdraw",)


@register
class NoticeAvailable(Notification):
    name = "notice_available"
    subject = _("There is news about your filing")
    template = "submissions/mail/notice_available.txt"
    transitions = ("grant", "refuse", "accept", "approve_grant", "approve_refusal")
    place = "notice"
    waits_for_notice = True

    def context(self, event: Event) -> dict[str, Any]:
        return {"is_on_paper": event.submission.delivery == Delivery.PAPER}


@register
class FileInfected(Notification):
    name = "file_infected"
    subject = _("About a file of your filing")
    template = "submissions/mail/file_infected.txt"
    happenings = (Happening.FILE_INFECTED,)


@register
class MessageFromOffice(Notification):
    name = "message_from_office"
    subject = _("There is a message about your filing")
    template = "submissions/mail/message_from_office.txt"
    is_optional = True
    happenings = (Happening.MESSAGE_FROM_OFFICE,)
    place = "messages"


@register
class NoticeUnread(Notification):
    """Sent about the event that decided the case, some days after its notice could be read and was not."""

    name = "notice_unread"
    subject = _("There is something for you to read about your filing")
    template = "submissions/mail/notice_unread.txt"
    is_optional = True
    place = "notice"
