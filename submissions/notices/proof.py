"""What shows that a notice reached its addressee: issued, told, opened, fetched, each with its moment."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Notice, SentMessage

TOLD = {"notice_available": _("Told by mail"), "notice_unread": _("Reminded by mail")}


@dataclass(frozen=True, slots=True)
class Step:
    label: str | Promise
    moment: datetime | None
    """None where it has not happened yet."""


def proof_of(notice: Notice) -> list[Step]:
    """In the order in which things happen; mails are listed as they were sent, not as they arrived."""
    sent = SentMessage.objects.filter(event__submission_id=notice.submission_id, notification__in=TOLD).order_by("pk")
    mails = [Step(TOLD[mail.notification], mail.sent_at) for mail in sent]
    return [
        Step(_("Issued"), notice.issued_at),
        Step(_("Made available online"), notice.available_at),
        *mails,
        Step(_("Opened for the first time"), notice.first_opened_at),
        Step(_("PDF fetched for the first time"), notice.first_downloaded_at),
    ]
