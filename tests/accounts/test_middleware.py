from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import ProfileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident(client: Client) -> Client:
    client.force_login(ProfileFactory().members.get())
    client.get(reverse("accounts:security"))
    return client


def seen(client: Client, seconds_ago: int) -> None:
    """As if the last noted request had been so long ago."""
    session: Any = client.session
    session["seen_at"] -= seconds_ago
    session.save()


def ends_at(client: Client) -> int:
    return int(client.cookies["session_ends"].value)


def test_request_moves_the_end_at_most_once_a_minute(resident: Client) -> None:
    before = ends_at(resident)
    seen(resident, 30)
    resident.get(reverse("accounts:security"))
    assert ends_at(resident) == before - 30
    seen(resident, 45)
    resident.get(reverse("accounts:security"))
    assert ends_at(resident) >= before


def test_end_is_extended_without_leaving_the_page(resident: Client) -> None:
    before = ends_at(resident)
    seen(resident, 40)
    answer = resident.post(reverse("accounts:extend_session"))
    assert answer.json()["ends"] >= before
    assert ends_at(resident) == answer.json()["ends"]


def test_unused_session_ends_on_the_server(resident: Client, settings: Any) -> None:
    expires = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=59) < expires <= timedelta(minutes=settings.SESSION_IDLE_MINUTES)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert resident.post(reverse("accounts:extend_session")).status_code == 401
    assert resident.get(reverse("accounts:security")).status_code == 302


def test_visitor_gets_no_cookie_and_no_dialog(client: Client, resident: Client) -> None:
    visitor = Client()
    html = visitor.get(reverse("account_login")).content.decode()
    assert ("session_ends" in visitor.cookies, "data-session-end" in html) == (False, False)
    assert "data-session-end" in resident.get(reverse("accounts:security")).content.decode()
