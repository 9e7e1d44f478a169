import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import Consent
from tests.factories.accounts import ProfileFactory, TermsVersionFactory, UserFactory

pytestmark = pytest.mark.django_db

CONSENT = "/accounts/consent/"


def test_consent_is_recorded_with_the_profile_and_leads_on(client: Client) -> None:
    profile = ProfileFactory(user=UserFactory(username="taro"))
    terms = TermsVersionFactory()
    client.force_login(profile.members.get())
    typed = {"terms": terms.number, "agreed": "on", "next": "/accounts/profile/"}
    assertRedirects(client.post(CONSENT, typed), "/accounts/profile/")
    assert list(Consent.objects.values_list("terms", "profile")) == [(terms.pk, profile.pk)]


def test_consent_without_the_tick_is_asked_again(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    terms = TermsVersionFactory()
    html = client.post(CONSENT, {"terms": terms.number}).content.decode()
    assert "利用規約をお読みになり、同意する場合はチェックを入れてください。" in html
    assert Consent.objects.count() == 0


def test_consent_leads_nowhere_outside(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    answer = client.get(f"{CONSENT}?next=https://evil.example/")
    assertRedirects(answer, reverse("submissions:case_list"), fetch_redirect_response=False)


def test_pages_of_applicants_ask_for_the_consent_first(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    TermsVersionFactory()
    answer = client.get("/accounts/profile/edit/?profile=1")
    assertRedirects(answer, f"{CONSENT}?next=%2Faccounts%2Fprofile%2Fedit%2F%3Fprofile%3D1")


def test_every_version_stays_readable_by_anybody(client: Client) -> None:
    first, current, announced = TermsVersionFactory(), TermsVersionFactory(), TermsVersionFactory(upcoming=True)
    pages = [client.get(reverse("accounts:terms_version", args=[each.number])) for each in (first, current, announced)]
    texts = [page.content.decode() for page in pages]
    assert ["これは以前の版です" in text for text in texts] == [True, False, False]
    assert ["まだ施行されていません" in text for text in texts] == [False, False, True]
    assert first.body in texts[0]
    assert client.get(reverse("accounts:terms_version", args=[10**6])).status_code == 404
