from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed, email_confirmed, password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import ngettext

from .account_actions import record_account_event
from .actions import follow_confirmed_email, revoke_every_api_token
from .enums import AccountEventKind
from .models import User
from .second_factor import FACTORS


@receiver(email_confirmed)
def write_to_confirmed_address(email_address: EmailAddress, **kwargs: Any) -> None:
    follow_confirmed_email(email_address.user, email=email_address.email)


@receiver(email_changed)
def keep_change_of_address(user: User, **kwargs: Any) -> None:
    record_account_event(AccountEventKind.EMAIL_CHANGED, user=user)


@receiver((password_changed, password_set, password_reset))
def keep_change_of_password(user: User, **kwargs: Any) -> None:
    record_account_event(AccountEventKind.PASSWORD_CHANGED, user=user)


@receiver(authenticator_added)
def keep_new_factor(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Whoever has just set a factor up has it at hand: the session counts as one that has shown it."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, "mfa", type=authenticator.type, id=authenticator.pk)
        record_account_event(AccountEventKind.FACTOR_ADDED, user=user)


@receiver(authenticator_removed)
def keep_removed_factor(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type in FACTORS:
        record_account_event(AccountEventKind.FACTOR_REMOVED, user=user)


@receiver(authenticator_reset)
def keep_new_recovery_codes(user: User, **kwargs: Any) -> None:
    record_account_event(AccountEventKind.RECOVERY_CODES_MADE, user=user)


@receiver([password_changed, password_set, password_reset])
def end_tokens(request: HttpRequest, user: User, **kwargs: Any) -> None:
    if count := revoke_every_api_token(user):
        message = ngettext(
            "Your %(count)d API token has been revoked, because the password is new. Make a new one if you need it.",
            "Your %(count)d API tokens have been revoked, because the password is new. Make new ones if you need them.",
            count,
        )
        messages.warning(request, message % {"count": count})
