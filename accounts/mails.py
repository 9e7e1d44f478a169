"""Mails about a login that may be sent without a request, in the frame of allauth's."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from .models import User
from .queries import may_enter_admin
from .second_factor import site_name

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_account_mail(name: str, *, to: str, context: dict[str, Any] | None = None) -> None:
    """The templates ``account/email/<name>_subject.txt`` and ``_message.txt``, in the language of the site."""
    if not to:
        return
    with translation.override(settings.LANGUAGE_CODE):
        values = {"site_name": site_name(), **(context or {})}
        subject = render_to_string(f"account/email/{name}_subject.txt", values).strip()
        framed = render_to_string("theme/mail_subject.txt", {"subject": subject}).strip()
        body = render_to_string(f"account/email/{name}_message.txt", values).strip()
    EmailMessage(framed, body, settings.DEFAULT_FROM_EMAIL, [to], headers=AUTOMATIC).send()


def address_of(user: User, path: str) -> str:
    """`path` on the site that `user` reaches: that of the staff is on a network of its own."""
    base = settings.WAGTAILADMIN_BASE_URL if may_enter_admin(user) else settings.PUBLIC_BASE_URL
    return f"{base.rstrip('/')}{path}"


def security_address(user: User) -> str:
    return address_of(user, reverse("accounts:security"))
