from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.agent_actions import accept_appointment, appoint_agent, end_appointment, offered_appointment
from accounts.models import Appointment
from accounts.models.agency import live_agencies
from accounts.refusals import AgencyOver, LinkOver, ManagerOnly, OwnAgent, RegistrationRequired
from tests.factories.accounts import Agency, ProfileFactory, ProfileMemberFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def offer(principal: Any, **changes: Any) -> str:
    values = {"powers": ["apply"], "starts_on": TODAY, "ends_on": TODAY, **changes}
    return appoint_agent(principal, user=principal.members.get(), email="gyosei@example.jp", **values)[1]


def test_nothing_opens_before_the_agent_accepts_and_the_link_works_once() -> None:
    principal, agent = ProfileFactory(), ProfileFactory(business=True)
    token, user = offer(principal), agent.members.get()
    assert (offered_appointment(token) is not None, live_agencies(user).exists()) == (True, False)
    accept_appointment(token, user=user, agent=agent)
    assert live_agencies(user).get().principal == principal
    with pytest.raises(LinkOver):
        accept_appointment(token, user=user, agent=agent)
    assert token not in str(Appointment.objects.values().get())


def test_a_paid_agent_names_the_registration() -> None:
    principal, agent = ProfileFactory(), ProfileFactory(business=True)
    token, user = offer(principal, is_paid=True), agent.members.get()
    with pytest.raises(RegistrationRequired):
        accept_appointment(token, user=user, agent=agent)
    accepted = accept_appointment(token, user=user, agent=agent, registration_number="12345678")
    assert (accepted.is_live, accepted.registration_number) == (True, "12345678")


def test_nobody_is_their_own_agent_nor_makes_others_one() -> None:
    principal, stranger = ProfileFactory(), ProfileFactory(business=True)
    token, user = offer(principal), principal.members.get()
    with pytest.raises(OwnAgent):
        accept_appointment(token, user=user, agent=principal)
    with pytest.raises(ManagerOnly):
        accept_appointment(token, user=user, agent=stranger)


@pytest.mark.parametrize("role", ["clerk", "reader"])
def test_only_managers_appoint_and_end(role: str) -> None:
    principal, agent = ProfileFactory(business=True), ProfileFactory()
    appointment = Agency(principal, agent)
    member = ProfileMemberFactory(profile=principal, role=role).user
    for attempt in (
        lambda: appoint_agent(principal, user=member, email="x@example.jp", powers=[], starts_on=TODAY, ends_on=TODAY),
        lambda: end_appointment(appointment, user=member),
        lambda: end_appointment(appointment, user=ProfileFactory().members.get()),
    ):
        with pytest.raises(ManagerOnly):
            attempt()


@pytest.mark.parametrize("side", ["principal", "agent"])
def test_either_side_ends_it_once_and_at_once(side: str) -> None:
    appointment = Agency(ProfileFactory(), ProfileFactory())
    user = getattr(appointment, side).members.get()
    end_appointment(appointment, user=user)
    assert not live_agencies(appointment.agent.members.get()).exists()  # type: ignore[union-attr]
    with pytest.raises(AgencyOver):
        end_appointment(appointment, user=user)
    assert [event.deed for event in appointment.principal.events.all()] == [
        "appointment_ended",
        "appointment_accepted",
        "appointed",
    ]


@pytest.mark.parametrize(("starts", "ends", "is_live"), [(-5, -1, False), (1, 5, False), (0, 0, True), (-1, 1, True)])
def test_an_appointment_is_in_force_from_its_first_to_its_last_day(starts: int, ends: int, is_live: bool) -> None:
    period = {"starts_on": TODAY + timedelta(days=starts), "ends_on": TODAY + timedelta(days=ends)}
    appointment = Agency(ProfileFactory(), ProfileFactory(), **period)
    agencies = live_agencies(appointment.agent.members.get())  # type: ignore[union-attr]
    assert (appointment.is_live, agencies.exists()) == (is_live, is_live)
