"""For whom a login may act now, and how: the one answer that lists, pages, actions and the API go by.

A member acts by role (`MemberRole`), an agent by appointment (`Appointment`); whoever is both acts as a member.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef

from .enums import WRITING_ROLES, AgentPower
from .models import ApplicantProfile, Appointment, ProfileMember
from .models.agency import live_agencies


@dataclass(frozen=True)
class Standing:
    memberships: tuple[ProfileMember, ...] = ()
    """Oldest first."""
    appointments: tuple[Appointment, ...] = ()

    @cached_property
    def profiles(self) -> list[ApplicantProfile]:
        return [membership.profile for membership in self.memberships]

    @cached_property
    def profile_ids(self) -> frozenset[int]:
        return frozenset(membership.profile_id for membership in self.memberships)

    @cached_property
    def agencies(self) -> tuple[Appointment, ...]:
        """The appointments that say something: none for a profile of which the login is a member."""
        return tuple(found for found in self.appointments if found.principal_id not in self.profile_ids)

    def membership_of(self, profile_id: int) -> ProfileMember | None:
        return next((found for found in self.memberships if found.profile_id == profile_id), None)


def standing_of(user: Any) -> Standing:
    """As it is now: ask again after a change. One query for those who are nobody's agent."""
    agencies = Appointment.objects.live().filter(agent=OuterRef("profile"))
    found = ProfileMember.objects.filter(user_id=user.pk).select_related("profile")
    memberships = tuple(found.annotate(is_agent=Exists(agencies)).order_by("pk"))
    is_agent = any(getattr(membership, "is_agent", False) for membership in memberships)
    return Standing(memberships, tuple(live_agencies(user)) if is_agent else ())


def can_use(appointment: Appointment, power: AgentPower | None) -> bool:
    """Whether the appointment gives `power` (None: only to read) to this member of the agent."""
    if power is None:
        return True
    role = getattr(appointment, "agent_role", None)
    return power in appointment.powers and (power == AgentPower.NOTICES or role in WRITING_ROLES)
