"""Everything that changes who acts as an agent for whom (代理)."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from .enums import AgentPower, MemberRole, ProfileDeed
from .member_actions import note
from .models import ApplicantProfile, Appointment, User
from .refusals import AgencyOver, LinkOver, ManagerOnly, OwnAgent, RegistrationRequired
from .secret_links import new_token, sha256_of_token

OFFER_LASTS = timedelta(days=14)


@transaction.atomic
def appoint_agent(
    principal: ApplicantProfile,
    *,
    user: User,
    email: str,
    powers: Iterable[str],
    starts_on: date,
    ends_on: date,
    procedures: Iterable[Page] | None = None,
    includes_others: bool = False,
    is_paid: bool = False,
    reason: str = "",
) -> tuple[Appointment, str]:
    """Offers `email` to act for `principal`, and the token of the link, readable never again.

    `procedures`: None for all of them. Nothing opens before the agent accepts.
    """
    _require_manager(principal, user)
    token, token_sha256 = new_token()
    appointment = Appointment.objects.create(
        principal=principal,
        email=email,
        token_sha256=token_sha256,
        is_for_all=procedures is None,
        powers=sorted(AgentPower(power).value for power in powers),
        includes_others=includes_others,
        reason=reason,
        starts_on=starts_on,
        ends_on=ends_on,
        is_paid=is_paid,
        appointed_by=user,
        expires_at=timezone.now() + OFFER_LASTS,
    )
    appointment.procedures.set(procedures or ())
    note(principal, ProfileDeed.APPOINTED, user=user, about=email)
    return appointment, token


def offered_appointment(token: str) -> Appointment | None:
    """The offer that the link opens; None if it was accepted, ended, has expired or never was."""
    offers = Appointment.objects.select_related("principal").filter(token_sha256=sha256_of_token(token))
    found = offers.first()
    return found if found is not None and found.is_offered else None


@transaction.atomic
def accept_appointment(
    token: str, *, user: User, agent: ApplicantProfile, registration_number: str = ""
) -> Appointment:
    """`agent`, for which `user` answers, acts for the principal from now on."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("principal")
    row = rows.filter(token_sha256=sha256_of_token(token)).first()
    if row is None or not row.is_offered:
        raise LinkOver
    _require_manager(agent, user)
    if agent.pk == row.principal_id or row.principal.memberships.filter(user=user).exists():
        raise OwnAgent
    if row.is_paid and not registration_number:
        raise RegistrationRequired
    row.agent, row.accepted_by, row.accepted_at = agent, user, timezone.now()
    row.registration_number = registration_number
    row.save()
    note(row.principal, ProfileDeed.APPOINTMENT_ACCEPTED, user=user, name=agent.name)
    note(agent, ProfileDeed.APPOINTMENT_ACCEPTED, user=user, about=row.principal.name)
    return row


@transaction.atomic
def end_appointment(appointment: Appointment, *, user: User) -> Appointment:
    """By the principal or by the agent; it works at once. Drafts stay with the principal, whose they always were."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("principal", "agent")
    row = rows.get(pk=appointment.pk)
    profile = next((side for side in (row.principal, row.agent) if side and _is_manager(side, user)), None)
    if profile is None:
        raise ManagerOnly
    if row.ended_at is not None:
        raise AgencyOver
    row.ended_by, row.ended_at = user, timezone.now()
    row.save(update_fields=["ended_by", "ended_at"])
    who = row.agent.name if row.agent else row.email
    note(row.principal, ProfileDeed.APPOINTMENT_ENDED, user=user, about=who, name=profile.name)
    if row.agent:
        about = _("Principal: %(name)s") % {"name": row.principal.name}
        note(row.agent, ProfileDeed.APPOINTMENT_ENDED, user=user, about=about, name=profile.name)
    return row


def _require_manager(profile: ApplicantProfile, user: User) -> None:
    if not _is_manager(profile, user):
        raise ManagerOnly


def _is_manager(profile: ApplicantProfile, user: User) -> bool:
    return profile.memberships.filter(user=user, role=MemberRole.MANAGER).exists()
