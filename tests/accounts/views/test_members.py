"""The pages about the people of a business, and in whose name one acts."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import ApplicantProfile, Invitation, ProfileMember, User
from tests.factories.accounts import Agency, ProfileFactory, ProfileMemberFactory, UserFactory

pytestmark = pytest.mark.django_db
MEMBERS, SWITCH = "/accounts/members/", "/accounts/switch/"


@pytest.fixture
def business(client: Client) -> ApplicantProfile:
    profile = ProfileFactory(business=True, name="みなと食堂")
    client.force_login(profile.members.get())
    return profile


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def invite(client: Client, business: ApplicantProfile, role: str = "clerk") -> Any:
    sent = {"action": "invite", "profile": business.pk, "email": "New@Example.jp", "role": role}
    return client.post(MEMBERS, sent, follow=True)


def link_in_mail() -> str:
    found = re.search(r"/accounts/invitations/\S+", str(mail.outbox[-1].body))
    assert found is not None
    return found.group()


def test_an_invitation_is_mailed_names_who_invites_and_is_accepted_by_another_login(
    client: Client, business: ApplicantProfile
) -> None:
    assert "new@example.jp に招待のメールを送りました。" in invite(client, business).content.decode()
    assert ("みなと食堂" in mail.outbox[-1].body, mail.outbox[-1].to) == (True, ["new@example.jp"])
    guest, link = Client(), link_in_mail()
    assert "ログインIDを作成する" in page(guest, link)
    guest.force_login(UserFactory())
    assert "みなと食堂" in page(guest, link)
    guest.post(link, {"name": "湊　花子"})
    assert ProfileMember.objects.get(name="湊　花子").role == "clerk"
    assert guest.get(link).status_code == 410
    assert "みなと食堂" in page(guest, reverse("submissions:case_list"))


def test_an_invited_person_makes_a_login_without_a_profile(client: Client, business: ApplicantProfile) -> None:
    invite(client, business)
    link, guest = link_in_mail(), Client()
    form = page(guest, f"{reverse('accounts:signup_member')}?next={link}")
    assert ('value="new@example.jp"' in form, "生年月日" in form) == (True, False)
    values = {"email": "new@example.jp", "username": "minato-hanako", "password1": "kaze-to-sora-1987"}
    guest.post(f"{reverse('accounts:signup_member')}?next={link}", values)
    assert User.objects.get(username="minato-hanako").profiles.count() == 0
    assert Invitation.objects.get().is_open


@pytest.mark.parametrize("role", ["clerk", "reader"])
def test_others_than_managers_are_offered_and_given_nothing(
    client: Client, business: ApplicantProfile, role: str
) -> None:
    member = ProfileMemberFactory(profile=business, role=role).user
    client.force_login(member)
    html = page(client, MEMBERS)
    assert ("招待を送る" in html, business.members.first().email in html) == (False, False)  # type: ignore[union-attr]
    assert "この操作は管理者だけが行えます。" in invite(client, business).content.decode()
    assert mail.outbox == []


def test_a_member_of_another_business_cannot_be_changed_from_here(client: Client, business: ApplicantProfile) -> None:
    stranger = ProfileMemberFactory(profile=ProfileFactory(business=True))
    sent = {"action": "remove", "profile": business.pk, "chosen": stranger.pk}
    assert client.post(MEMBERS, sent).status_code == 404
    assert ProfileMember.objects.filter(pk=stranger.pk).exists()


def test_leaving_is_refused_with_a_sentence_while_nobody_else_manages(
    client: Client, business: ApplicantProfile
) -> None:
    html = client.post("/accounts/members/leave/", {"profile": business.pk}, follow=True).content.decode()
    assert "管理者がいなくなるため" in html
    assert business.memberships.count() == 1


def test_a_second_window_never_changes_the_wrong_business(client: Client, business: ApplicantProfile) -> None:
    other = ProfileFactory(business=True, user=business.members.get())
    client.post(SWITCH, {"acting": f"profile-{other.pk}"})
    assert "別の画面で名義が切り替えられたため" in invite(client, business).content.decode()
    assert Invitation.objects.count() == 0


def test_switching_shows_the_name_and_only_names_of_ones_own(client: Client, business: ApplicantProfile) -> None:
    stranger = ProfileFactory(business=True, name="よその会社")
    own = ProfileFactory(user=business.members.get())
    html = client.post(SWITCH, {"acting": f"profile-{own.pk}"}, follow=True).content.decode()
    assert f"申請者：<b>{own.name}</b>" in html
    assert "この名義では手続きできなくなりました。" in (
        client.post(SWITCH, {"acting": f"profile-{stranger.pk}"}).content.decode()
    )
    assert "よその会社" not in page(client, SWITCH)


def test_a_business_is_added_and_acted_for(client: Client) -> None:
    client.force_login(ProfileFactory().members.get())
    typed = {"name": "株式会社やまだ", "contact_name": "山田　太郎", "phone": "0612345678"}
    html = client.post("/accounts/profile/add/business/", typed, follow=True).content.decode()
    assert "申請者：<b>株式会社やまだ</b>" in html
    assert client.get("/accounts/profile/add/other/").status_code == 404


def test_an_agent_reads_in_whose_name_and_is_told_when_it_is_over(client: Client) -> None:
    principal, agent = ProfileFactory(name="本人　花子"), ProfileFactory()
    appointment = Agency(principal, agent)
    client.force_login(agent.members.get())
    client.post(SWITCH, {"acting": f"agent-{appointment.pk}"})
    assert "本人　花子さんの代理で手続きしています" in page(client, reverse("submissions:case_list"))
    principal.appointments.update(ended_at=appointment.accepted_at)
    ended = client.get(reverse("submissions:case_list"))
    assert (ended.status_code, "この名義では手続きできなくなりました" in ended.content.decode()) == (403, True)
    assert "本人　花子" not in page(client, reverse("submissions:case_list"))
