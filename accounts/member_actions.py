"""Everything that changes who belongs to a profile. Each deed is kept with who did it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from .actions import agree_to_terms, create_login
from .enums import MemberRole, ProfileDeed, ProfileKind
from .models import ApplicantProfile, Invitation, ProfileEvent, ProfileMember, TermsVersion, User
from .profile_items import assign_items
from .refusals import (
    AlreadyMember,
    BusinessOnly,
    LastManager,
    LinkOver,
    ManagerOnly,
    OneIndividual,
    TooManyInvitations,
)
from .secret_links import new_token, sha256_of_token

INVITATION_LASTS = timedelta(days=7)
INVITATIONS_AT_MOST = 20


@transaction.atomic
def add_profile(kind: str, *, user: User, values: Mapping[str, Any]) -> ApplicantProfile:
    """One more profile of a login, which manages it. Written to at the address that the login has confirmed."""
    User.objects.select_for_update().get(pk=user.pk)
    is_individual = kind == ProfileKind.INDIVIDUAL
    if is_individual and user.profiles.filter(kind=kind, memberships__role=MemberRole.MANAGER).exists():
        raise OneIndividual
    profile = ApplicantProfile(kind=ProfileKind(kind), email=user.email)
    assign_items(profile, values)
    profile.save()
    name = profile.name if is_individual else profile.contact_name
    ProfileMember.objects.create(profile=profile, user=user, role=MemberRole.MANAGER, name=name)
    return profile


@transaction.atomic
def register_login(*, username: str, email: str, password: str, terms: TermsVersion | None, client: str) -> User:
    """A login without a profile, for whoever was invited to one. LoginIdTaken if `username` is in use."""
    user = create_login(username, email=email, password=password)
    if terms is not None:
        agree_to_terms(terms, user=user, profile=None, client=client)
    return user


@transaction.atomic
def invite_member(profile: ApplicantProfile, *, user: User, email: str, role: str) -> tuple[Invitation, str]:
    """An invitation, and the token of its link, which is readable never again. It replaces one to the same address."""
    inviter = _manager(profile, user)
    if not profile.is_business:
        raise BusinessOnly
    still_open = profile.invitations.filter(closed_at=None, expires_at__gt=timezone.now())
    still_open.filter(email__iexact=email).update(closed_at=timezone.now())
    if still_open.count() >= INVITATIONS_AT_MOST:
        raise TooManyInvitations
    token, token_sha256 = new_token()
    invitation = Invitation.objects.create(
        profile=profile,
        email=email,
        role=MemberRole(role),
        token_sha256=token_sha256,
        invited_by=user,
        inviter_name=inviter.shown_name,
        expires_at=timezone.now() + INVITATION_LASTS,
    )
    note(profile, ProfileDeed.INVITED, user=user, about=f"{email}（{invitation.get_role_display()}）")
    return invitation, token


@transaction.atomic
def cancel_invitation(invitation: Invitation, *, user: User) -> None:
    """From now on its link opens nothing."""
    _manager(invitation.profile, user)
    closed = Invitation.objects.filter(pk=invitation.pk, closed_at=None).update(closed_at=timezone.now())
    if closed:
        note(invitation.profile, ProfileDeed.INVITATION_CANCELLED, user=user, about=invitation.email)


def open_invitation(token: str) -> Invitation | None:
    """The invitation that the link opens; None if it was used, cancelled, has expired or never was."""
    found = Invitation.objects.select_related("profile").filter(token_sha256=sha256_of_token(token)).first()
    return found if found is not None and found.is_open else None


@transaction.atomic
def accept_invitation(token: str, *, user: User, name: str) -> ProfileMember:
    """Makes `user` a member, known to colleagues by `name`. LinkOver for a link that opens nothing."""
    row = Invitation.objects.select_for_update().filter(token_sha256=sha256_of_token(token)).first()
    if row is None or not row.is_open:
        raise LinkOver
    profile = _locked(row.profile)
    if profile.memberships.filter(user=user).exists():
        raise AlreadyMember
    row.closed_at = timezone.now()
    row.save(update_fields=["closed_at"])
    member = ProfileMember.objects.create(profile=profile, user=user, role=row.role, name=name)
    note(profile, ProfileDeed.JOINED, user=user, about=member.get_role_display())
    return member


@transaction.atomic
def change_role(member: ProfileMember, *, user: User, role: str) -> ProfileMember:
    profile = _locked(member.profile)
    _manager(profile, user)
    member = profile.memberships.select_related("user").get(pk=member.pk)
    if member.role == role:
        return member
    if role != MemberRole.MANAGER:
        _keep_a_manager(profile, without=member)
    member.role = MemberRole(role)
    member.save(update_fields=["role"])
    about = f"{member.shown_name}（{member.get_role_display()}）"
    note(profile, ProfileDeed.ROLE_CHANGED, user=user, about=about)
    return member


@transaction.atomic
def remove_member(member: ProfileMember, *, user: User) -> None:
    """Their next request is refused. What they did stays on the record."""
    profile = _locked(member.profile)
    _manager(profile, user)
    _keep_a_manager(profile, without=member)
    note(profile, ProfileDeed.REMOVED, user=user, about=member.shown_name)
    member.delete()


@transaction.atomic
def leave_profile(profile: ApplicantProfile, *, user: User) -> None:
    """A business never stays without a manager: LastManager."""
    profile = _locked(profile)
    member = profile.memberships.select_related("user").get(user=user)
    _keep_a_manager(profile, without=member)
    note(profile, ProfileDeed.LEFT, user=user, about=member.get_role_display())
    member.delete()


@transaction.atomic
def hand_over(profile: ApplicantProfile, *, user: User, to: ProfileMember) -> ProfileMember:
    """`to` manages from now on, and mails go to them; `user` stays as a clerk."""
    profile = _locked(profile)
    giver = _manager(profile, user)
    heir = profile.memberships.select_related("user").exclude(pk=giver.pk).get(pk=to.pk)
    heir.role, giver.role = MemberRole.MANAGER, MemberRole.CLERK
    heir.save(update_fields=["role"])
    giver.save(update_fields=["role"])
    if heir.user.email:
        profile.email = heir.user.email
        profile.save(update_fields=["email", "updated_at"])
    note(profile, ProfileDeed.HANDED_OVER, user=user, about=heir.shown_name)
    return heir


def note(profile: ApplicantProfile, deed: ProfileDeed, *, user: User, about: str = "", name: str = "") -> ProfileEvent:
    """Keeps what `user` did. Called before a member goes, so that the name is still there."""
    member = profile.memberships.select_related("user").filter(user=user).first()
    return ProfileEvent.objects.create(
        profile=profile,
        deed=deed,
        actor=user,
        actor_name=name or (member.shown_name if member else str(user)),
        about=about[:300],
    )


def _locked(profile: ApplicantProfile) -> ApplicantProfile:
    """Two managers who remove each other at the same moment wait for each other."""
    return ApplicantProfile.objects.select_for_update().get(pk=profile.pk)


def _manager(profile: ApplicantProfile, user: User) -> ProfileMember:
    found = profile.memberships.select_related("user").filter(user=user, role=MemberRole.MANAGER).first()
    if found is None:
        raise ManagerOnly
    return found


def _keep_a_manager(profile: ApplicantProfile, *, without: ProfileMember) -> None:
    if not profile.memberships.filter(role=MemberRole.MANAGER).exclude(pk=without.pk).exists():
        raise LastManager
