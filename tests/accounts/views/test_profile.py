import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from accounts.models import ApplicantProfile
from tests.factories.accounts import ProfileFactory, ProfileMemberFactory, StaffFactory, UserFactory

pytestmark = pytest.mark.django_db

EDIT = "/accounts/profile/edit/"
TYPED = {
    "name": "山田　花子",
    "name_kana": "やまだ　はなこ",
    "birth_date-year": "1990",
    "birth_date-month": "5",
    "birth_date-day": "6",
    "phone": "0612345678",
}


def test_profile_shows_every_item_of_its_owner_only(client: Client) -> None:
    own, _other = ProfileFactory(), ProfileFactory(name="別の人")
    client.force_login(own.members.get())
    html = client.get("/accounts/profile/").content.decode()
    assert [text in html for text in (own.name, "1980年4月1日（昭和55年）", own.email, "別の人")] == [
        True,
        True,
        True,
        False,
    ]


def test_profile_is_changed_and_its_address_of_mail_is_not(client: Client) -> None:
    profile = ProfileFactory()
    client.force_login(profile.members.get())
    assertRedirects(client.post(EDIT, {**TYPED, "email": "evil@example.jp"}), "/accounts/profile/")
    changed = ApplicantProfile.objects.get()
    assert (changed.name, changed.name_kana, changed.email) == ("山田　花子", "ヤマダ　ハナコ", profile.email)


def test_form_shows_what_is_registered(client: Client) -> None:
    client.force_login(ProfileFactory(business=True, city="港市").members.get())
    html = client.get(EDIT).content.decode()
    assert [f'value="{text}"' in html for text in ("港市", "1985", "湊　二郎", "総務課")] == [True] * 4


def test_member_who_is_no_manager_is_refused(client: Client) -> None:
    member = ProfileMemberFactory(role="reader")
    client.force_login(member.user)
    assert "管理者だけです" in client.post(EDIT, TYPED).content.decode()
    assert ApplicantProfile.objects.get().name == member.profile.name


def test_place_in_the_list_chooses_the_profile(client: Client) -> None:
    user = UserFactory()
    ProfileFactory(user=user), ProfileFactory(business=True, user=user)
    client.force_login(user)
    kinds = [client.get(EDIT, {"profile": place}).context["profile"].kind for place in ("1", "2", "3", "x")]
    assert kinds == ["individual", "business", "individual", "individual"]


def test_login_without_a_profile_reads_why_the_page_is_not_for_it(client: Client) -> None:
    client.force_login(StaffFactory())
    answer = client.get("/accounts/profile/")
    assert answer.status_code == 403
    assert "利用者向けの画面です" in answer.content.decode()


def test_visitor_is_sent_to_the_log_in_and_back(client: Client) -> None:
    assertRedirects(client.get(EDIT), f"/accounts/login/?next={EDIT}")
