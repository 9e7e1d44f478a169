import hashlib
from datetime import date
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone
from wagtail.models import APIToken, Page

from accounts.actions import (
    API_TOKENS_AT_MOST,
    LoginIdTaken,
    NotManager,
    TooManyTokens,
    agree_to_terms,
    create_api_token,
    follow_confirmed_email,
    publish_terms,
    register_applicant,
    revoke_api_token,
    update_profile,
)
from accounts.models import ApplicantProfile, Consent, TermsVersion, User
from accounts.queries import terms_to_agree
from tests.factories.accounts import (
    ProfileFactory,
    ProfileMemberFactory,
    StaffFactory,
    TermsVersionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

VALUES = {"name": "山田　太郎", "name_kana": "ヤマダ　タロウ", "birth_date": date(1980, 4, 1), "phone": "06-1234-5678"}


def register(**changes: Any) -> User:
    login = {"username": "Taro", "email": "Taro@example.jp", "password": "kaki-no-tane-2026", "values": VALUES}
    return register_applicant("individual", **{**login, **changes})


def publish(body: str) -> TermsVersion:
    page = Page.objects.get(depth=1)
    return publish_terms(page, user=None, title="利用規約", body=body, language="ja", effective_from=timezone.now())


def test_registration_makes_login_profile_membership_and_consent() -> None:
    terms = TermsVersionFactory()
    user = register(terms=terms, client="192.0.2.1\nFirefox")
    profile = user.profiles.get()
    assert (user.username, user.email, profile.email, profile.name) == (
        "taro",
        "taro@example.jp",
        "taro@example.jp",
        "山田　太郎",
    )
    assert profile.memberships.get().role == "manager"
    assert list(user.consents.values_list("terms", "profile")) == [(terms.pk, profile.pk)]
    assert EmailAddress.objects.get(user=user).verified is False


def test_registration_with_a_login_id_in_use_leaves_nothing_behind() -> None:
    UserFactory(username="taro")
    with pytest.raises(LoginIdTaken):
        register()
    assert (User.objects.count(), ApplicantProfile.objects.count()) == (1, 0)


def test_consent_keeps_a_digest_of_the_client_and_not_the_client() -> None:
    user, terms = UserFactory(), TermsVersionFactory()
    consent = agree_to_terms(terms, user=user, profile=None, client="192.0.2.1\nFirefox")
    assert consent.client_sha256 == hashlib.sha256(b"192.0.2.1\nFirefox").hexdigest()
    assert agree_to_terms(terms, user=user, profile=None, client="another") == consent


def test_consent_is_never_edited() -> None:
    consent = agree_to_terms(TermsVersionFactory(), user=UserFactory(), profile=None, client="")
    with pytest.raises(TypeError):
        consent.save()


def test_terms_with_unchanged_words_make_no_new_version() -> None:
    first = publish("<p>第1条</p>")
    assert publish("<p>第1条</p>") == first
    second = publish("<p>第2条</p>")
    assert second.number == first.number + 1
    assert second.sha256 == hashlib.sha256("<p>第2条</p>".encode()).hexdigest()


def test_terms_are_never_edited_or_deleted() -> None:
    terms = publish("<p>第1条</p>")
    terms.body = "<p>別の文</p>"
    with pytest.raises(TypeError):
        terms.save()
    with pytest.raises(TypeError):
        terms.delete()


def test_changed_terms_ask_again_once_they_are_in_force() -> None:
    user = register(terms=TermsVersionFactory())
    TermsVersionFactory(upcoming=True)
    assert terms_to_agree(user) is None
    changed = TermsVersionFactory()
    assert terms_to_agree(user) == changed
    agree_to_terms(changed, user=user, profile=None, client="")
    assert terms_to_agree(user) is None
    assert Consent.objects.filter(user=user).count() == 2


def test_profile_is_changed_by_its_manager_only() -> None:
    profile = ProfileFactory()
    values = {
        "phone": "06-9999-0000",
        "address": {"prefecture": "マドグチ県", "city": "港市", "street": "1", "building": ""},
    }
    changed = update_profile(profile, user=profile.members.get(), values=values)
    assert (changed.phone, changed.city, changed.name) == ("06-9999-0000", "港市", profile.name)
    clerk = ProfileMemberFactory(profile=profile, role="clerk").user
    for user in (clerk, StaffFactory()):
        with pytest.raises(NotManager):
            update_profile(profile, user=user, values={"phone": "06-0000-0000"})


def test_profile_of_one_login_follows_its_confirmed_address() -> None:
    user = UserFactory()
    own, shared = ProfileFactory(user=user), ProfileFactory(user=user)
    ProfileMemberFactory(profile=shared)
    follow_confirmed_email(user, email="new@example.jp")
    own.refresh_from_db()
    assert own.email == "new@example.jp"
    assert ApplicantProfile.objects.get(pk=shared.pk).email == shared.email


def test_token_is_revoked_by_its_owner_only() -> None:
    user = UserFactory()
    token, text = create_api_token("会計ソフト", user=user)
    assert APIToken.validate_token_format(text)
    with pytest.raises(PermissionError):
        revoke_api_token(token, user=UserFactory())
    revoke_api_token(token, user=user)
    assert APIToken.objects.get(pk=token.pk).revoked_at is not None


def test_tokens_in_use_are_limited() -> None:
    user = UserFactory()
    for _number in range(API_TOKENS_AT_MOST):
        create_api_token("会計ソフト", user=user)
    with pytest.raises(TooManyTokens):
        create_api_token("もう一つ", user=user)
