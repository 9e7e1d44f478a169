"""What stands against closing a login, asked of every app."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .enums import MemberRole
from .models import User
from .queries import may_enter_admin
from .signals import account_closing_asked


@dataclass(frozen=True, slots=True)
class Hindrance:
    sentence: str
    """What it is, and what can be done about it."""
    url: str = ""
    """Where that is done; empty if nowhere."""


def hindrances(user: User) -> list[Hindrance]:
    """Empty if the login may be closed now."""
    found = _own_hindrances(user)
    for _receiver, answer in account_closing_asked.send(sender=User, user=user):
        if isinstance(answer, list):
            found += answer
    return found


def _own_hindrances(user: Any) -> list[Hindrance]:
    if may_enter_admin(user):
        return [Hindrance(_("This is the login ID of a member of staff. An administrator ends it."))]
    return [
        Hindrance(
            _("You alone manage “%(name)s”, and others act for it too. Make somebody else its manager first.")
            % {"name": membership.profile.name}
        )
        for membership in user.memberships.filter(role=MemberRole.MANAGER).select_related("profile")
        if _is_last_manager(membership)
    ]


def _is_last_manager(membership: Any) -> bool:
    others = membership.profile.memberships.exclude(pk=membership.pk)
    return others.exists() and not others.filter(role=MemberRole.MANAGER).exists()
