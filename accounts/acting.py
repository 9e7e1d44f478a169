"""In whose name somebody acts: the choice of a session, shown on every page, checked against today's standing."""

from dataclasses import dataclass

from django.http import HttpRequest

from .enums import AgentPower
from .models import ApplicantProfile, Appointment, ProfileMember
from .standing import Standing, can_use, standing_of

KEY = "acting"


@dataclass(frozen=True, slots=True)
class Acting:
    """As a member of `profile`, or under an appointment by it."""

    profile: ApplicantProfile
    membership: ProfileMember | None = None
    appointment: Appointment | None = None
    has_choice: bool = False

    @property
    def key(self) -> str:
        return f"agent-{self.appointment.pk}" if self.appointment else f"profile-{self.profile.pk}"

    @property
    def is_agent(self) -> bool:
        return self.appointment is not None

    @property
    def is_read_only(self) -> bool:
        return self.membership is not None and not self.membership.may_write


def may_use(acting: Acting, power: AgentPower) -> bool:
    """Members may all that is about reading; an agent what the appointment says."""
    return acting.appointment is None or can_use(acting.appointment, power)


def keep_standing(request: HttpRequest) -> Standing:
    """Read once a request; lists and pages of the same request go by it (`user.standing`)."""
    user = request.user
    if not hasattr(user, "standing"):
        user.standing = standing_of(user)  # type: ignore[union-attr]
    return user.standing  # type: ignore[union-attr]


def choices_of(standing: Standing) -> list[Acting]:
    """Every name in which one may act, the oldest profile first, agencies last."""
    has_choice = len(standing.memberships) + len(standing.agencies) > 1
    members = [Acting(each.profile, each, None, has_choice) for each in standing.memberships]
    return members + [Acting(each.principal, None, each, has_choice) for each in standing.agencies]


def find_acting(request: HttpRequest, standing: Standing) -> Acting | None:
    """Sets `request.acting` to the session's choice, or the first one. None, once, if the choice has ended since."""
    choices = choices_of(standing)
    chosen = request.session.get(KEY)
    found = next((choice for choice in choices if choice.key == chosen), None)
    if found is None and chosen:
        del request.session[KEY]
        return None
    request.acting = found or choices[0]  # type: ignore[attr-defined]
    return found or choices[0]


def act_for(request: HttpRequest, profile_id: int) -> ApplicantProfile | None:
    """Shows on this page the name that a case belongs to, whatever the session has chosen, and gives the profile."""
    choices = choices_of(keep_standing(request))
    found = next((choice for choice in choices if choice.profile.pk == profile_id), None)
    if found is None:
        return None
    request.acting = found  # type: ignore[attr-defined]
    return found.profile


def switch(request: HttpRequest, key: str) -> Acting | None:
    """Chooses for this session; None for a name that is not among the choices."""
    found = next((choice for choice in choices_of(keep_standing(request)) if choice.key == key), None)
    if found is not None:
        request.session[KEY] = found.key
        request.acting = found  # type: ignore[attr-defined]
    return found
