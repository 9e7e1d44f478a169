from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from .actions import follow_confirmed_email


@receiver(email_confirmed)
def write_to_confirmed_address(email_address: EmailAddress, **kwargs: Any) -> None:
    follow_confirmed_email(email_address.user, email=email_address.email)
