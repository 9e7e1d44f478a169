import re

import pytest
from django.test import Client
from wagtail.models import APIToken

from accounts.actions import create_api_token
from tests.factories.accounts import PASSWORD, ProfileFactory, UserFactory

pytestmark = pytest.mark.django_db

TOKENS = "/accounts/tokens/"


@pytest.fixture
def owner(client: Client) -> Client:
    client.force_login(ProfileFactory(user=UserFactory(username="taro")).members.get())
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_new_token_is_shown_once_and_works(owner: Client) -> None:
    answer = owner.post(TOKENS, {"name": "会計ソフト"})
    text = re.search(r"wagtail_[0-9A-Za-z]+", answer.content.decode())[0]  # type: ignore[index]
    assert APIToken.objects.get().key_hash in APIToken.candidate_key_hashes(text)
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert text not in owner.get(TOKENS).content.decode()


def test_token_needs_a_name(owner: Client) -> None:
    assert "「トークンの名前」を入力してください。" in owner.post(TOKENS, {"name": ""}).content.decode()
    assert APIToken.objects.count() == 0


def test_token_is_revoked(owner: Client) -> None:
    owner.post(TOKENS, {"name": "会計ソフト"})
    owner.post(TOKENS, {"revoke": str(APIToken.objects.get().pk)})
    assert APIToken.objects.get().revoked_at is not None


def test_new_password_ends_every_token_of_its_owner_and_says_so(owner: Client) -> None:
    owner.post(TOKENS, {"name": "会計ソフト"})
    create_api_token("他人のもの", user=UserFactory())
    new = "another-Secret-2026"
    answer = owner.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}, follow=True
    )
    assert "APIトークン1件を無効にしました" in answer.content.decode()
    assert [token.name for token in APIToken.objects.filter(revoked_at=None)] == ["他人のもの"]


@pytest.mark.parametrize("number", ["²", "9" * 5000, ""])
def test_token_that_is_none_is_not_found(owner: Client, number: str) -> None:
    assert owner.post(TOKENS, {"revoke": number}).status_code == 404


def test_token_of_somebody_else_is_neither_listed_nor_revoked(owner: Client) -> None:
    token, _text = create_api_token("他人のもの", user=UserFactory())
    assert "他人のもの" not in owner.get(TOKENS).content.decode()
    assert [owner.post(TOKENS, {"revoke": number}).status_code for number in (str(token.pk), "x")] == [404, 404]
    assert APIToken.objects.get().revoked_at is None


def test_tokens_ask_for_the_password_again(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    assert client.get(TOKENS)["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Ftokens%2F"
