"""Logins of applicants that nobody uses any more: who is to be warned, and whose time is over."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import APIToken

from .enums import AccountEventKind
from .models import AccountEvent, User
from .queries import staff_users


def to_warn(now: datetime, *, days: int, warning_days: int) -> QuerySet[User]:
    """Unused for `days` less `warning_days`, reachable by mail, and not warned since they were last used."""
    unused = _unused_since(now - timedelta(days=max(days - warning_days, 0)))
    return unused.exclude(email="").filter(~Exists(_warnings()))


def to_close(now: datetime, *, days: int, warning_days: int) -> QuerySet[User]:
    """Unused for `days`, and warned `warning_days` ago or earlier."""
    unused = _unused_since(now - timedelta(days=days))
    return unused.filter(Exists(_warnings().filter(happened_at__lte=now - timedelta(days=warning_days))))


def _unused_since(moment: datetime) -> QuerySet[User]:
    """Neither logged in nor used by software since `moment`. Never a member of staff."""
    users = User.objects.annotate(used_at=Coalesce("last_login", F("date_joined")))
    has_used_token = Exists(APIToken.objects.filter(user=OuterRef("pk"), last_used_at__gte=moment))
    quiet = users.filter(~has_used_token, is_active=True, used_at__lt=moment)
    return quiet.filter(~Q(pk__in=staff_users().values("pk"))).order_by("pk")


def _warnings() -> QuerySet[AccountEvent]:
    return AccountEvent.objects.filter(
        user=OuterRef("pk"), kind=AccountEventKind.WARNED, happened_at__gte=OuterRef("used_at")
    )
