"""Every page of accounts answers in both languages, and none speaks English to a Japanese reader."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import TermsVersion
from tests.accounts.english import english_in, visible_text
from tests.accounts.typed import BUSINESS, INDIVIDUAL
from tests.factories.accounts import (
    PASSWORD,
    ConsentFactory,
    ProfileFactory,
    StaffFactory,
    TermsVersionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms() -> TermsVersion:
    return TermsVersionFactory()


@pytest.fixture
def resident(client: Client, terms: TermsVersion) -> Client:
    """A browser in which a resident has just logged in."""
    user = ProfileFactory(user=UserFactory(username="taro")).members.get()
    ConsentFactory(user=user, terms=terms)
    client.post(reverse("account_login"), {"login": "taro", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def pending_registration(client: Client) -> None:
    client.post(
        reverse("accounts:signup_individual"),
        {**INDIVIDUAL, "terms": TermsVersion.objects.get().number, "agreed": "on"},
    )


def pending_reset(client: Client) -> None:
    UserFactory(email="taro@example.jp")
    client.post(reverse("account_reset_password"), {"email": "taro@example.jp"})


def confirmed_reset(client: Client) -> None:
    pending_reset(client)
    client.post(reverse("account_confirm_password_reset_code"), {"code": code_in(str(mail.outbox[-1].body))})


def code_in(body: str) -> str:
    return re.search(r"^[0-9]{4}-[0-9]{4}$", body, re.MULTILINE)[0]  # type: ignore[index]


def nothing(client: Client) -> None:
    pass


ENTRANCE: list[tuple[str, Callable[[Client], None]]] = [
    ("account_login", nothing),
    ("accounts:signup", nothing),
    ("accounts:signup_individual", nothing),
    ("accounts:signup_business", nothing),
    ("account_reset_password", nothing),
    ("account_inactive", nothing),
    ("account_password_reset_completed", nothing),
    ("account_email_verification_sent", pending_registration),
    ("account_confirm_password_reset_code", pending_reset),
    ("account_complete_password_reset", confirmed_reset),
]
INSIDE = [
    "accounts:profile",
    "accounts:profile_edit",
    "accounts:tokens",
    "accounts:security",
    "accounts:sessions",
    "accounts:history",
    "accounts:close",
    "accounts:second_factor_needed",
    "submissions:own_data",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_logout",
    "account_change_password",
    "account_email",
    "account_reauthenticate",
]
LANGUAGES = ["ja", "en"]


def check(client: Client, url: str, language: str, status: int = 200) -> None:
    """Looks at the page, and at what it says to an empty form."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answers = [client.get(url)]
    if b"novalidate" in answers[0].content:
        answers.append(client.post(url, {"action_add": "1"}))
    assert [answer.status_code for answer in answers] == [status] * len(answers)
    texts = [visible_text(answer.content.decode()) for answer in answers]
    assert all(texts)
    if language == "ja":
        assert [english_in(text) for text in texts] == [[]] * len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "prepare"), ENTRANCE)
def test_page_of_the_entrance_speaks_the_language_of_the_reader(
    client: Client, terms: TermsVersion, name: str, prepare: Callable[[Client], None], language: str
) -> None:
    prepare(client)
    check(client, reverse(name), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSIDE)
def test_page_behind_the_log_in_speaks_the_language_of_the_reader(resident: Client, name: str, language: str) -> None:
    check(resident, reverse(name), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_and_their_consent_speak_the_language_of_the_reader(resident: Client, language: str) -> None:
    changed = TermsVersionFactory()
    check(resident, reverse("accounts:consent"), language)
    check(resident, reverse("accounts:terms_version", args=[changed.number]), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_doors_speak_the_language_of_the_reader(client: Client, resident: Client, language: str) -> None:
    check(resident, reverse("account_login") + "?next=" + reverse("wagtailadmin_home"), language, status=403)
    staff = Client()
    staff.force_login(StaffFactory())
    check(staff, reverse("accounts:profile"), language, status=403)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("account_login", {"login": "nobody", "password": "wrong"}),
        ("account_reset_password", {"email": "no address"}),
        ("accounts:signup_individual", {**INDIVIDUAL, "password1": "password12", "birth_date-day": "40"}),
        ("accounts:signup_business", {**BUSINESS, "username": "日本語のID", "phone": "x"}),
    ],
)
def test_mistake_is_told_in_japanese_and_nothing_typed_is_lost(
    client: Client, name: str, typed: dict[str, str]
) -> None:
    answer = client.post(reverse(name), typed)
    html = answer.content.decode()
    assert "エラー" in html
    assert english_in(visible_text(html)) == []
    kept = [value for key, value in typed.items() if value and "password" not in key]
    assert [value for value in kept if f'value="{value}"' not in html] == []


def test_profile_page_asks_few_questions_of_the_database(
    resident: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Not counting name and banners of the site, which are looked up once in a while."""
    resident.get(reverse("accounts:profile"))
    with django_assert_max_num_queries(5):
        resident.get(reverse("accounts:profile"))
