from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from ..models import Event
from .base import Notification


@dataclass(frozen=True, slots=True)
class Message:
    subject: str
    body: str


def compose(notification: Notification, event: Event) -> Message:
    """The words of `notification` about `event`, in the language of the office."""
    submission = event.submission
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "number": submission.display_number,
            "case_url": settings.PUBLIC_BASE_URL.rstrip("/") + reverse("submissions:case", args=[submission.reference]),
            "department": submission.department,
            "is_demo": settings.IS_DEMO,
            **notification.context(event),
        }
        subject = f"{notification.subject}（{submission.display_number}）"
        headline = render_to_string("theme/mail_subject.txt", {"subject": subject}).strip()
        return Message(headline, render_to_string(notification.template, context).strip() + "\n")
