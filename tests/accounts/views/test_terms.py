import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import Consent
from tests.factories.accounts import ConsentFactory, ProfileFactory, TermsVersionFactory, UserFactory
from tests.factories.submissions import SubmissionFactory

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


def test_every_version_is_listed_with_what_changed(client: Client) -> None:
    first, second = TermsVersionFactory(), TermsVersionFactory()
    html = client.get("/accounts/terms/").content.decode()
    for version in (first, second):
        assert f'href="/accounts/terms/{version.number}/"' in html
    link = f"/accounts/terms/compare/?old={first.number}&amp;new={second.number}"
    assert html.count(f'href="{link}"') == 1


def test_two_versions_are_compared_in_words_that_are_read_out(client: Client) -> None:
    old = TermsVersionFactory(body="<h2>第1条</h2><p>保存の期間は3年です。</p>")
    new = TermsVersionFactory(body="<h2>第1条</h2><p>保存の期間は5年です。</p>")
    html = client.get(f"/accounts/terms/compare/?old={old.number}&new={new.number}").content.decode()
    assert '<del><span class="visually-hidden">［削除：</span>3<span class="visually-hidden">］</span></del>' in html
    assert '<ins><span class="visually-hidden">［追加：</span>5<span class="visually-hidden">］</span></ins>' in html


def test_text_of_the_terms_is_shown_as_text_in_a_comparison(client: Client) -> None:
    old, new = TermsVersionFactory(body="<p>a</p>"), TermsVersionFactory(body="<p>a &lt;script&gt; b</p>")
    html = client.get(f"/accounts/terms/compare/?old={old.number}&new={new.number}").content.decode()
    assert "<script> b" not in html


@pytest.mark.parametrize("query", ["", "?old=1", "?old=x&new=y", "?old=999999&new=999998", "?old=-1&new=1"])
def test_versions_that_do_not_exist_cannot_be_compared(client: Client, query: str) -> None:
    assert client.get(f"/accounts/terms/compare/{query}").status_code == 404


def test_consent_leads_to_what_changed_since_the_last_one(client: Client) -> None:
    agreed = ConsentFactory(user=ProfileFactory().members.get())
    terms = TermsVersionFactory()
    client.force_login(agreed.user)
    html = client.get(CONSENT).content.decode()
    assert f"/accounts/terms/compare/?old={agreed.terms.number}&amp;new={terms.number}" in html


def test_consent_is_asked_at_the_next_page_and_before_sending_once_the_terms_change(client: Client) -> None:
    profile = ProfileFactory()
    user = profile.members.get()
    ConsentFactory(user=user)
    draft = SubmissionFactory(state="draft", user=user, profile=profile)
    client.force_login(user)
    assert client.get("/mypage/").status_code == 200
    TermsVersionFactory()
    assert client.get("/mypage/")["Location"].startswith(CONSENT)
    sent = client.post(reverse("submissions:confirm", args=[draft.reference]), {"delivery": "electronic"})
    draft.refresh_from_db()
    assert (sent["Location"].startswith(CONSENT), draft.state) == (True, "draft")
