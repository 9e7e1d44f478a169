"""Who acted on the applicant's side: which member of a business, or which agent in whose name."""

from typing import Any

from accounts.models import ApplicantProfile, Appointment

from ..models import Submission
from ..permissions import agency_for


def by_whom(user: Any, submission: Submission) -> dict[str, Any]:
    """For the data of an event: ``by`` in words, and ``agent`` where one acts. Empty for a person's own case."""
    if user is None:
        return {}
    appointment = agency_for(user, submission)
    if appointment is not None:
        agent = agent_of(appointment)
        return {"by": name_in(agent, user), "agent": agent.name, "appointment": appointment.pk}
    return {"by": name_in(submission.profile, user)} if submission.profile.is_business else {}


def agent_snapshot(user: Any, submission: Submission) -> dict[str, Any]:
    """Name, contact and registration of the agent who files, as plain texts; empty where the applicant does."""
    appointment = agency_for(user, submission)
    if appointment is None:
        return {}
    agent = agent_of(appointment)
    return {
        "name": agent.name,
        "kind": agent.kind,
        "person": name_in(agent, user),
        "postal_code": agent.postal_code,
        "address": " ".join(filter(None, (f"{agent.prefecture}{agent.city}{agent.street}", agent.building))),
        "phone": agent.phone,
        "email": agent.email,
        "is_paid": appointment.is_paid,
        "registration_number": appointment.registration_number,
        "appointment": appointment.pk,
    }


def agent_of(appointment: Appointment) -> ApplicantProfile:
    assert appointment.agent is not None, "an appointment in force was accepted by a profile"
    return appointment.agent


def name_in(profile: ApplicantProfile, user: Any) -> str:
    """As colleagues know the person."""
    member = profile.memberships.select_related("user").filter(user=user).first()
    if member is None:
        return str(user)
    return member.name or (profile.contact_name if profile.is_business else profile.name)
