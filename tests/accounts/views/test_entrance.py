import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import ApplicantProfile, Consent, User
from tests.accounts.typed import BUSINESS, INDIVIDUAL
from tests.factories.accounts import PASSWORD, ProfileFactory, StaffFactory, TermsVersionFactory, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


def log_in(client: Client, login: str, *, next_url: str = "", password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": login, "password": password, "next": next_url})


def newest_code() -> str:
    return re.search(r"^[0-9]{4}-[0-9]{4}$", str(mail.outbox[-1].body), re.MULTILINE)[0]  # type: ignore[index]


def test_registration_ends_on_the_applicants_page_with_profile_consent_and_confirmed_address(client: Client) -> None:
    terms = TermsVersionFactory()
    typed = {**INDIVIDUAL, "terms": terms.number, "agreed": "on"}
    answer = client.post(reverse("accounts:signup_individual"), typed, headers={"user-agent": "Firefox"})
    assertRedirects(answer, reverse("account_email_verification_sent"))
    answer = client.post(reverse("account_email_verification_sent"), {"code": newest_code()})
    assertRedirects(answer, reverse("submissions:case_list"), fetch_redirect_response=False)
    user = User.objects.get(username="taro-takahashi")
    assert user.profiles.get().name == "髙橋　太郎"
    assert EmailAddress.objects.get(user=user).verified is True
    consent = Consent.objects.get(user=user, terms=terms)
    assert (consent.profile, len(consent.client_sha256)) == (user.profiles.get(), 64)


def test_registration_of_a_business_goes_on_to_the_page_that_asked_for_it(client: Client) -> None:
    client.post(reverse("accounts:signup_business"), {**BUSINESS, "next": "/accounts/profile/edit/"})
    answer = client.post(reverse("account_email_verification_sent"), {"code": newest_code()})
    assertRedirects(answer, "/accounts/profile/edit/")
    assert ApplicantProfile.objects.get().postal_code == "540-8570"


def test_registration_with_an_address_in_use_looks_the_same_and_makes_nothing(client: Client) -> None:
    UserFactory(email="taro@example.jp")
    answer = client.post(reverse("accounts:signup_individual"), INDIVIDUAL)
    assertRedirects(answer, reverse("account_email_verification_sent"))
    assert (User.objects.count(), ApplicantProfile.objects.count()) == (1, 0)
    assert [message.subject for message in mail.outbox] == [
        "【マドグチ県 オンライン窓口】メールアドレスはすでに登録されています"
    ]


def test_mistyped_address_is_corrected_before_it_is_confirmed(client: Client) -> None:
    client.post(reverse("accounts:signup_individual"), INDIVIDUAL)
    page = reverse("account_email_verification_sent")
    client.post(page, {"action": "change", "email": "jiro@example.jp"})
    assert mail.outbox[-1].to == ["jiro@example.jp"]
    client.post(page, {"code": newest_code()})
    assert list(ApplicantProfile.objects.values_list("email", flat=True)) == ["jiro@example.jp"]


def test_registration_keeps_what_was_typed_but_not_the_password(client: Client) -> None:
    html = client.post(reverse("accounts:signup_individual"), {**INDIVIDUAL, "phone": "1"}).content.decode()
    assert 'value="昭和55"' in html
    assert 'value="たかはし　ﾀﾛｳ"' in html
    assert INDIVIDUAL["password1"] not in html


def test_staff_surface_takes_no_registration(client: Client, settings: Any) -> None:
    settings.SURFACE = "staff"
    html = client.get(reverse("accounts:signup_individual")).content.decode()
    assert "利用者登録は受け付けていません" in html


@pytest.mark.parametrize("login", ["taro", "TARO", "ｔａｒｏ", "taro@example.jp", "Taro@Example.jp"])
def test_log_in_takes_login_id_or_address_in_any_width(client: Client, login: str) -> None:
    UserFactory(username="taro")
    assertRedirects(log_in(client, login), reverse("submissions:case_list"), fetch_redirect_response=False)


def test_wrong_password_and_unknown_login_id_are_told_alike(client: Client) -> None:
    UserFactory(username="taro")
    sentence = "ログインID（またはメールアドレス）かパスワードが正しくありません。"
    for login in ("taro", "nobody", "nobody@example.jp"):
        assert sentence in log_in(client, login, password="wrong").content.decode()


@pytest.mark.parametrize("login", ["taro@example.jp", "taro", "nobody@example.jp", "nobody"])
def test_failed_log_in_takes_as_long_for_an_account_as_for_none(
    client: Client, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    UserFactory(username="taro", email="taro@example.jp")
    digests: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        digests.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    log_in(client, login, password="wrong-horse-battery")
    assert len(digests) == 1


def test_failed_attempts_are_limited(client: Client) -> None:
    UserFactory(username="taro")
    for _attempt in range(5):
        log_in(client, "taro", password="wrong")
    assert "入力の誤りが続いたため" in log_in(client, "taro").content.decode()


def test_log_in_keeps_the_answers_that_waited_in_the_session(client: Client) -> None:
    UserFactory(username="taro")
    session = client.session
    session["pending_answers"] = {"reason": "書きかけ"}
    session.save()
    old_key = client.session.session_key
    log_in(client, "taro")
    assert client.session["pending_answers"] == {"reason": "書きかけ"}
    assert client.session.session_key != old_key


def test_registration_keeps_the_answers_that_waited_in_the_session(client: Client) -> None:
    session = client.session
    session["pending_answers"] = {"reason": "書きかけ"}
    session.save()
    client.post(reverse("accounts:signup_individual"), INDIVIDUAL)
    client.post(reverse("account_email_verification_sent"), {"code": newest_code()})
    assert client.session["pending_answers"] == {"reason": "書きかけ"}


def test_staff_log_in_on_the_same_page_and_reach_the_admin(client: Client) -> None:
    StaffFactory(username="hanako")
    answer = client.get(reverse("wagtailadmin_home"))
    assertRedirects(answer, f"{LOGIN}?next=/admin/")
    assertRedirects(log_in(client, "hanako"), reverse("wagtailadmin_home"), fetch_redirect_response=False)


def test_staff_are_not_asked_to_confirm_their_address(client: Client) -> None:
    StaffFactory(username="hanako", unconfirmed=True)
    assertRedirects(log_in(client, "hanako"), reverse("wagtailadmin_home"), fetch_redirect_response=False)
    assert mail.outbox == []


def test_resident_at_the_door_of_the_staff_is_told_so_without_going_in_circles(client: Client) -> None:
    ProfileFactory(user=UserFactory(username="taro"))
    log_in(client, "taro", next_url="/admin/")
    answer = client.get(reverse("wagtailadmin_home"), follow=True)
    assert [url for url, _status in answer.redirect_chain] == [f"{LOGIN}?next=/admin/"]
    assert answer.status_code == 403
    assert "職員専用の画面です" in answer.content.decode()


def test_login_page_of_wagtail_leads_to_the_one_of_the_portal(client: Client) -> None:
    assertRedirects(client.get("/admin/login/?next=/admin/"), f"{LOGIN}?next=/admin/")


def test_log_in_asks_for_consent_to_changed_terms_first(client: Client) -> None:
    ProfileFactory(user=UserFactory(username="taro"))
    TermsVersionFactory()
    answer = log_in(client, "taro", next_url="/accounts/profile/edit/")
    assertRedirects(answer, reverse("accounts:consent") + "?next=%2Faccounts%2Fprofile%2Fedit%2F")


def test_log_in_never_leads_to_another_site(client: Client) -> None:
    UserFactory(username="taro")
    answer = log_in(client, "taro", next_url="https://evil.example/")
    assertRedirects(answer, reverse("submissions:case_list"), fetch_redirect_response=False)


def test_forgotten_password_is_set_anew_with_a_mailed_code(client: Client) -> None:
    UserFactory(username="taro", email="taro@example.jp")
    client.post(reverse("account_reset_password"), {"email": "ＴＡＲＯ@example.jp"})
    client.post(reverse("account_confirm_password_reset_code"), {"code": newest_code()})
    answer = client.post(reverse("account_complete_password_reset"), {"password1": "nagai-himitsu-77"})
    assertRedirects(answer, reverse("account_password_reset_completed"))
    assert User.objects.get().check_password("nagai-himitsu-77")
    assert "パスワードが再設定されました" in mail.outbox[-1].body


def test_password_reset_does_not_tell_whether_an_address_is_registered(client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "nobody@example.jp"})
    assertRedirects(answer, reverse("account_confirm_password_reset_code"))
    assert "このアドレスは登録されていません" in mail.outbox[-1].body


def test_new_password_is_judged_with_a_sentence(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)
    typed = {"oldpassword": PASSWORD, "password1": "short"}
    answer = client.post(reverse("account_change_password"), typed)
    assert answer.context["form"].errors == {"password1": ["このパスワードは短すぎます。最低 10 文字以上必要です。"]}
    answer = client.post(reverse("account_change_password"), {**typed, "password1": "nagai-himitsu-77"})
    assertRedirects(answer, reverse("accounts:security"), fetch_redirect_response=False)


def test_address_changes_after_its_code_and_the_profile_follows(client: Client) -> None:
    user = ProfileFactory(user=UserFactory(username="taro")).members.get()
    log_in(client, "taro")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"email": "new@example.jp", "action_add": "1"})
    assert user.profiles.get().email != "new@example.jp"
    client.post(reverse("account_email_verification_sent"), {"code": newest_code_to("new@example.jp")})
    user.refresh_from_db()
    assert (user.email, user.profiles.get().email) == ("new@example.jp", "new@example.jp")


def newest_code_to(address: str) -> str:
    message = next(message for message in reversed(mail.outbox) if message.to == [address])
    return re.search(r"^[0-9]{4}-[0-9]{4}$", str(message.body), re.MULTILINE)[0]  # type: ignore[index]


def test_logging_out_leads_home(client: Client) -> None:
    client.force_login(UserFactory())
    assertRedirects(client.post(reverse("account_logout")), "/", fetch_redirect_response=False)


def test_mails_name_the_sender_and_speak_japanese_only(client: Client) -> None:
    UserFactory(email="taro@example.jp")
    client.post(reverse("account_reset_password"), {"email": "taro@example.jp"})
    body = str(mail.outbox[-1].body)
    assert body.startswith("マドグチ県 オンライン窓口\n")
    assert "お心当たりがない場合は" in body
    assert re.findall(r"[A-Za-z]{3,} [A-Za-z]+", body) == []
