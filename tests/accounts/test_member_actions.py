from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.member_actions import (
    INVITATIONS_AT_MOST,
    accept_invitation,
    add_profile,
    cancel_invitation,
    change_role,
    hand_over,
    invite_member,
    leave_profile,
    open_invitation,
    remove_member,
)
from accounts.models import ApplicantProfile, Invitation, ProfileMember
from accounts.refusals import (
    AlreadyMember,
    BusinessOnly,
    LastManager,
    LinkOver,
    ManagerOnly,
    OneIndividual,
    TooManyInvitations,
)
from tests.factories.accounts import ProfileFactory, ProfileMemberFactory, UserFactory

pytestmark = pytest.mark.django_db


def boss(profile: ApplicantProfile) -> Any:
    return profile.members.order_by("memberships__pk").first()


def invited(profile: ApplicantProfile, role: str = "clerk") -> str:
    return invite_member(profile, user=boss(profile), email="new@example.jp", role=role)[1]


@pytest.fixture
def business() -> ApplicantProfile:
    return ProfileFactory(business=True)


def test_an_invitation_makes_one_member_in_its_role(business: ApplicantProfile) -> None:
    token, newcomer = invited(business, "reader"), UserFactory()
    member = accept_invitation(token, user=newcomer, name="湊　花子")
    assert (member.profile, member.role, member.shown_name) == (business, "reader", "湊　花子")
    with pytest.raises(LinkOver):
        accept_invitation(token, user=UserFactory(), name="もう一人")
    assert [event.deed for event in business.events.all()] == ["joined", "invited"]


def test_the_link_is_kept_as_a_hash_only(business: ApplicantProfile) -> None:
    token = invited(business)
    assert token not in str(Invitation.objects.values().get())


def test_an_invitation_expires_is_cancelled_and_replaced(business: ApplicantProfile) -> None:
    replaced, expired = invited(business), invited(business)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    cancelled = invited(business)
    cancel_invitation(business.invitations.get(closed_at=None, expires_at__gt=timezone.now()), user=boss(business))
    assert [open_invitation(token) for token in (replaced, expired, cancelled, "", "x")] == [None] * 5


def test_a_member_does_not_use_up_an_invitation(business: ApplicantProfile) -> None:
    token = invited(business)
    with pytest.raises(AlreadyMember):
        accept_invitation(token, user=boss(business), name="湊")
    assert open_invitation(token) is not None


def test_invitations_are_limited(business: ApplicantProfile) -> None:
    for number in range(INVITATIONS_AT_MOST):
        invite_member(business, user=boss(business), email=f"m{number}@example.jp", role="clerk")
    with pytest.raises(TooManyInvitations):
        invited(business)


def test_an_individual_has_no_members() -> None:
    with pytest.raises(BusinessOnly):
        invited(ProfileFactory())


@pytest.mark.parametrize("role", ["clerk", "reader"])
def test_only_managers_change_who_belongs(business: ApplicantProfile, role: str) -> None:
    member = ProfileMemberFactory(profile=business, role=role)
    other = ProfileMemberFactory(profile=business, role="reader")
    for attempt in (
        lambda: invite_member(business, user=member.user, email="a@example.jp", role="manager"),
        lambda: change_role(member, user=member.user, role="manager"),
        lambda: remove_member(other, user=member.user),
        lambda: hand_over(business, user=member.user, to=other),
    ):
        with pytest.raises(ManagerOnly):
            attempt()
    assert set(business.memberships.values_list("role", flat=True)) == {"manager", role, "reader"}


def test_a_manager_of_another_business_changes_nothing_here(business: ApplicantProfile) -> None:
    stranger = boss(ProfileFactory(business=True))
    with pytest.raises(ManagerOnly):
        remove_member(business.memberships.get(), user=stranger)


def test_a_business_is_never_without_a_manager(business: ApplicantProfile) -> None:
    own = business.memberships.get()
    ProfileMemberFactory(profile=business, role="clerk")
    for attempt in (
        lambda: leave_profile(business, user=own.user),
        lambda: remove_member(own, user=own.user),
        lambda: change_role(own, user=own.user, role="reader"),
    ):
        with pytest.raises(LastManager):
            attempt()
    assert business.memberships.filter(role="manager").count() == 1


def test_handing_over_leaves_a_clerk_and_moves_the_mail(business: ApplicantProfile) -> None:
    heir, giver = ProfileMemberFactory(profile=business, role="reader", name="後任"), boss(business)
    hand_over(business, user=giver, to=heir)
    roles = dict(business.memberships.values_list("user", "role"))
    assert roles == {giver.pk: "clerk", heir.user.pk: "manager"}
    business.refresh_from_db()
    assert (business.email, business.events.values_list("about", flat=True)[0]) == (heir.user.email, "後任")
    leave_profile(business, user=giver)
    assert ProfileMember.objects.filter(profile=business).count() == 1


def test_one_login_has_one_individual_and_any_number_of_businesses() -> None:
    user = boss(ProfileFactory())
    for name in ("甲商店", "乙商店"):
        add_profile("business", user=user, values={"name": name, "contact_name": "山田", "phone": "06-1234-5678"})
    with pytest.raises(OneIndividual):
        add_profile("individual", user=user, values={"name": "山田"})
    assert list(user.profiles.filter(kind="business").values_list("name", "email")) == [
        ("甲商店", user.email),
        ("乙商店", user.email),
    ]
