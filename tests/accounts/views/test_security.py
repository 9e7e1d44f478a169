"""ログインとセキュリティ: devices, sessions, and a change of address that its victim can stop."""

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail, signing
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from accounts.account_actions import remember_device
from accounts.models import AccountEvent, User
from tests.factories.accounts import PASSWORD, ConsentFactory, ProfileFactory, UserFactory

pytestmark = pytest.mark.django_db

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36"


@pytest.fixture(autouse=True)
def nothing_counted_before() -> None:
    cache.clear()


def log_in(client: Client, user: User, user_agent: str = WINDOWS) -> Any:
    typed = {"login": user.username, "password": PASSWORD}
    return client.post(reverse("account_login"), typed, headers={"user-agent": user_agent})


def test_login_from_a_new_device_is_mailed_once_and_the_known_one_not(client: Client) -> None:
    user = ProfileFactory().members.get()
    log_in(client, user)
    client.post(reverse("account_logout"))
    log_in(client, user)
    assert mail.outbox == []
    phone = Client()
    log_in(phone, user, IPHONE)
    phone.post(reverse("account_logout"))
    log_in(phone, user, IPHONE)
    assert [message.subject for message in mail.outbox] == [
        "【マドグチ県 オンライン窓口】新しい端末からログインがありました"
    ]
    assert "端末：iPhone の Safari" in mail.outbox[0].body


def test_browser_that_forgets_its_cookies_is_mailed_once_a_day() -> None:
    user = UserFactory()
    told = [remember_device(key, "Windows の Chrome", user=user) for key in ("a", "b", "c")]
    AccountEvent.objects.update(happened_at=timezone.now() - timedelta(hours=25))
    assert [*told, remember_device("d", "Windows の Chrome", user=user)] == [False, True, False, True]


def test_sessions_are_listed_and_ended_one_by_one_or_all(client: Client) -> None:
    user = ProfileFactory().members.get()
    others = [Client(), Client()]
    log_in(client, user)
    for other in others:
        log_in(other, user, IPHONE)
    html = client.get(reverse("accounts:sessions")).content.decode()
    assert (html.count("iPhone の Safari</strong>"), html.count("Windows の Chrome</strong>")) == (2, 1)
    ended = UserSession.objects.filter(user_agent=IPHONE).latest("pk")
    client.post(reverse("accounts:sessions"), {"end": ended.pk})
    assert [is_logged_in(browser) for browser in (client, *others)] == [True, True, False]
    client.post(reverse("accounts:sessions"), {"others": "1"})
    assert [is_logged_in(browser) for browser in (client, *others)] == [True, False, False]


def is_logged_in(client: Client) -> bool:
    return client.get(reverse("accounts:security")).status_code == 200


def test_session_of_somebody_else_is_not_there(client: Client) -> None:
    stranger, other = ProfileFactory().members.get(), Client()
    log_in(other, stranger)
    log_in(client, ProfileFactory().members.get())
    answer = client.post(reverse("accounts:sessions"), {"end": UserSession.objects.get(user=stranger).pk})
    assert (answer.status_code, is_logged_in(other)) == (404, True)


def change_address(client: Client, new: str) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"action_add": "1", "email": new})


def newest(text: str) -> str:
    return next(str(message.body) for message in reversed(mail.outbox) if text in str(message.body))


def test_change_of_address_needs_the_new_one_and_tells_the_old_one(client: Client) -> None:
    user = ProfileFactory(user=UserFactory(email="old@example.jp")).members.get()
    log_in(client, user)
    change_address(client, "new@example.jp")
    assert [message.to for message in mail.outbox] == [["new@example.jp"], ["old@example.jp"]]
    code = re.search(r"^[0-9]{4}-[0-9]{4}$", str(mail.outbox[0].body), re.MULTILINE)
    client.post(reverse("account_email_verification_sent"), {"code": code[0]})  # type: ignore[index]
    user.refresh_from_db()
    assert (user.email, mail.outbox[-1].to) == ("new@example.jp", ["old@example.jp"])


def test_reader_of_the_old_address_undoes_the_change_and_everybody_is_logged_out(client: Client) -> None:
    user = ProfileFactory(user=UserFactory(email="old@example.jp")).members.get()
    log_in(client, user)
    change_address(client, "thief@example.jp")
    code = re.search(r"^[0-9]{4}-[0-9]{4}$", str(mail.outbox[0].body), re.MULTILINE)
    client.post(reverse("account_email_verification_sent"), {"code": code[0]})  # type: ignore[index]
    link = re.search(r"/accounts/email/stop/\S+", newest("/email/stop/"))[0]  # type: ignore[index]
    victim = Client()
    assert "old@example.jp" in victim.get(link).content.decode()
    assert User.objects.get(pk=user.pk).email == "thief@example.jp"
    assertRedirects(victim.post(link), reverse("account_reset_password"))
    user.refresh_from_db()
    assert (user.email, user.has_usable_password(), is_logged_in(client)) == ("old@example.jp", False, False)
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("old@example.jp", True, True)]


def test_forged_or_old_link_changes_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    user = UserFactory()
    token = signing.dumps({"user": user.pk, "email": "thief@example.jp"}, salt="something else")
    assert client.post(reverse("accounts:stop_email_change", args=[token])).status_code == 410
    assert User.objects.get(pk=user.pk).email == user.email


def test_history_names_consents_with_their_versions(client: Client) -> None:
    user = ProfileFactory().members.get()
    consent = ConsentFactory(user=user)
    other = ConsentFactory()
    client.force_login(user)
    html = client.get(reverse("accounts:history")).content.decode()
    addresses = [reverse("accounts:terms_version", args=[each.terms.number]) in html for each in (consent, other)]
    assert addresses == [True, False]
