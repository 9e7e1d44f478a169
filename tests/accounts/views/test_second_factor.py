"""Two-step authentication through the pages, with codes computed as an app computes them."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import AccountEvent, User
from accounts.second_factor import MfaAdapter
from tests.factories.accounts import PASSWORD, ProfileFactory, StaffFactory

pytestmark = pytest.mark.django_db

ADMIN = "/admin/"


SetUp = Callable[[Client], str]


@pytest.fixture(autouse=True)
def no_codes_used_before() -> None:
    cache.clear()


def log_in(client: Client, user: User, next_url: str = "") -> Any:
    return client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD, "next": next_url})


def app_code(secret: str, *, steps_ago: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


@pytest.fixture
def set_up_app(monkeypatch: pytest.MonkeyPatch) -> SetUp:
    """Sets the app up through the pages; the secret that the app now holds."""

    def set_up(client: Client) -> str:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        with monkeypatch.context() as patched:
            patched.setattr(transaction, "on_commit", lambda work: work())  # the test's own transaction never commits
            answer = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret, steps_ago=1)})
        assertRedirects(answer, reverse("mfa_view_recovery_codes"), fetch_redirect_response=False)
        return str(secret)

    return set_up


def test_app_is_set_up_and_asked_for_at_the_next_log_in(client: Client, set_up_app: SetUp) -> None:
    user = ProfileFactory().members.get()
    log_in(client, user)
    secret = set_up_app(client)
    assert mail.outbox[-1].subject == "【マドグチ県 オンライン窓口】認証アプリを設定しました"
    client.post(reverse("account_logout"))
    assertRedirects(log_in(client, user), reverse("mfa_authenticate"))
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).context["form"].errors != {}
    answer = client.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assertRedirects(answer, reverse("submissions:case_list"), fetch_redirect_response=False)
    assert [event.kind for event in AccountEvent.objects.filter(user=user)] == ["factor_added"]


def test_recovery_code_opens_once(client: Client, set_up_app: SetUp) -> None:
    user = ProfileFactory().members.get()
    log_in(client, user)
    set_up_app(client)
    text = client.get(reverse("mfa_download_recovery_codes")).content.decode()
    code = text.split()[-1]
    assert "予備コード" in text
    answers = []
    for _turn in range(2):
        client.post(reverse("account_logout"))
        log_in(client, user)
        answers.append(client.post(reverse("mfa_authenticate"), {"code": code}).status_code)
    assert answers == [302, 200]


def test_secret_of_the_app_is_encrypted_and_a_new_key_reads_it(
    client: Client, set_up_app: SetUp, settings: Any
) -> None:
    log_in(client, ProfileFactory().members.get())
    secret = set_up_app(client)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert MfaAdapter().decrypt(kept) == secret


def test_staff_reach_the_admin_only_after_setting_up_a_second_factor(
    client: Client, set_up_app: SetUp, settings: Any
) -> None:
    settings.STAFF_SECOND_FACTOR = True
    staff = StaffFactory()
    log_in(client, staff)
    needed = f"{reverse('accounts:second_factor_needed')}?next=%2Fadmin%2Fpages%2F"
    answer = client.get("/admin/pages/")
    assertRedirects(answer, needed)
    assert "職員は2段階認証でログインします" in client.get(needed).content.decode()
    set_up_app(client)
    assert client.get(ADMIN).status_code == 200


def test_session_from_before_the_factor_is_asked_for_it(client: Client, set_up_app: SetUp, settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    staff, other = StaffFactory(), Client()
    log_in(client, staff)
    log_in(other, staff)
    secret = set_up_app(client)
    asked = f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2F"
    assertRedirects(other.get(ADMIN), asked)
    other.post(asked, {"code": app_code(secret)})
    assert other.get(ADMIN).status_code == 200


def test_without_the_setting_and_for_applicants_nothing_is_asked(client: Client, settings: Any) -> None:
    client.force_login(StaffFactory())
    assert client.get(ADMIN).status_code == 200
    settings.STAFF_SECOND_FACTOR = True
    resident = Client()
    resident.force_login(ProfileFactory().members.get())
    assert resident.get(reverse("submissions:case_list")).status_code == 200


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_there_is_one_login_form(client: Client, address: str) -> None:
    assertRedirects(client.get(address), reverse("account_login"))


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/account/change_password/", "/admin/account/"])
def test_wagtail_changes_no_password(client: Client, address: str) -> None:
    staff = StaffFactory()
    client.force_login(staff)
    client.post(address, {"password-new_password1": "nagai-himitsu-77", "password-new_password2": "nagai-himitsu-77"})
    staff.refresh_from_db()
    assert staff.check_password(PASSWORD)


def test_who_may_do_what_is_changed_only_after_the_password(client: Client, set_up_app: SetUp, settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    log_in(client, StaffFactory(superuser=True))
    set_up_app(client)
    address = reverse("wagtailusers_users:add")
    assert client.get(address).status_code == 200
    session: Any = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()
    typed = {"username": "neu", "email": "neu@example.jp", "first_name": "一郎", "last_name": "鈴木"}
    passwords = {"password1": "kaki-no-tane-2026", "password2": "kaki-no-tane-2026"}
    answer = client.post(address, {**typed, **passwords})
    assertRedirects(answer, f"{reverse('account_reauthenticate')}?next=%2Fadmin%2Fusers%2Fnew%2F")
    assert not User.objects.filter(username="neu").exists()
    client.post(answer["Location"], {"password": PASSWORD, "next": address})
    assert User.objects.filter(username="neu").exists()
