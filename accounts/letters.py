"""Mails to people who are asked to join or to act for somebody. They name who asks, and nothing of any case."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Invitation

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_letter(template: str, subject: str | Promise, *, to: str, context: dict[str, Any]) -> None:
    """In the language of the office. Raises whatever the mail server says."""
    with translation.override(settings.LANGUAGE_CODE):
        headline = render_to_string("theme/mail_subject.txt", {"subject": str(subject)}).strip()
        body = render_to_string(template, {**context, "is_demo": settings.IS_DEMO}).strip() + "\n"
    EmailMessage(headline, body, settings.DEFAULT_FROM_EMAIL, [to], headers=AUTOMATIC).send()


def public_address(name: str, *args: object) -> str:
    return settings.PUBLIC_BASE_URL.rstrip("/") + reverse(name, args=args)


def send_invitation(invitation: Invitation, token: str) -> None:
    context = {
        "profile": invitation.profile,
        "inviter": invitation.inviter_name,
        "role": invitation.get_role_display(),
        "expires_at": invitation.expires_at,
        "url": public_address("accounts:invitation", token),
    }
    send_letter(
        "accounts/mail/invitation.txt", _("You are invited to a business"), to=invitation.email, context=context
    )
