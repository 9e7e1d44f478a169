from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from ...account_actions import CannotClose, close_account, record_account_event
from ...closing import hindrances
from ...enums import AccountEventKind
from ...inactivity import to_close, to_warn
from ...japanese.eras import both_calendars
from ...mails import address_of, send_account_mail
from ...models import User


class Command(BaseCommand):
    help = "Warn applicants who have not logged in for long, and close the accounts of those warned. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        limits = {"days": settings.INACTIVE_ACCOUNT_DAYS, "warning_days": settings.INACTIVE_WARNING_DAYS}
        if limits["days"] == 0:
            return
        now = timezone.now()
        closed = sum(close(user) for user in to_close(now, **limits).iterator())
        warned = sum(warn(user, now) for user in to_warn(now, **limits).iterator())
        self.stdout.write(f"Accounts warned: {warned}, closed: {closed}")


def warn(user: User, now: datetime) -> bool:
    """Whether `user` was told. Nobody is while something, such as an open case, stands against closing."""
    if hindrances(user):
        return False
    day = timezone.localdate(now + timedelta(days=settings.INACTIVE_WARNING_DAYS + 1))
    login_url = address_of(user, reverse("account_login"))
    send_account_mail(
        "account_inactive_warning", to=user.email, context={"day": both_calendars(day), "login_url": login_url}
    )
    record_account_event(AccountEventKind.WARNED, user=user)
    return True


def close(user: User) -> bool:
    email = user.email
    try:
        close_account(user=user)
    except CannotClose:
        return False
    send_account_mail("account_closed_unused", to=email)
    return True
