"""Everything that changes who somebody is and what they agreed to."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import Max
from wagtail.log_actions import log
from wagtail.models import APIToken, Page

from .enums import MemberRole, ProfileKind
from .models import ApplicantProfile, Consent, ProfileMember, TermsVersion, User
from .profile_items import assign_items

API_TOKENS_AT_MOST = 10


class LoginIdTaken(Exception):
    """Somebody else chose the login ID first."""


class NotManager(Exception):
    """Only a manager of a profile may change it."""


class TooManyTokens(Exception):
    """`API_TOKENS_AT_MOST` are in use already."""


@transaction.atomic
def register_applicant(
    kind: str,
    *,
    username: str,
    email: str,
    password: str,
    values: Mapping[str, Any],
    terms: TermsVersion | None = None,
    client: str = "",
    email_is_confirmed: bool = False,
) -> User:
    """A new login with its profile and consent, all or nothing. LoginIdTaken if `username` is in use.

    `values` are those of `profile_items` by name, ``address`` as a dict. `client` as for `agree_to_terms`.
    """
    user = create_login(username, email=email, password=password, email_is_confirmed=email_is_confirmed)
    profile = ApplicantProfile(kind=ProfileKind(kind), email=user.email)
    assign_items(profile, values)
    profile.save()
    ProfileMember.objects.create(profile=profile, user=user, role=MemberRole.MANAGER)
    if terms is not None:
        agree_to_terms(terms, user=user, profile=profile, client=client)
    return user


@transaction.atomic
def create_login(username: str, *, email: str, password: str, email_is_confirmed: bool = False) -> User:
    """A login that may do nothing yet. LoginIdTaken if `username` is in use."""
    user = User(username=username, email=email.lower())
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise LoginIdTaken(username) from None
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=email_is_confirmed)
    return user


@transaction.atomic
def update_profile(profile: ApplicantProfile, *, user: User, values: Mapping[str, Any]) -> ApplicantProfile:
    """Changes the items in `values`. Cases keep the copy they were filed with. NotManager if `user` may not."""
    profile = ApplicantProfile.objects.select_for_update().get(pk=profile.pk)
    if not profile.memberships.filter(user=user, role=MemberRole.MANAGER).exists():
        raise NotManager
    assign_items(profile, values)
    profile.save()
    return profile


@transaction.atomic
def follow_confirmed_email(user: User, *, email: str) -> None:
    """Profiles that `user` alone acts for are written to at the address that `user` confirmed."""
    for profile in user.profiles.exclude(email=email):
        if profile.memberships.count() == 1:
            profile.email = email
            profile.save(update_fields=["email", "updated_at"])


@transaction.atomic
def publish_terms(
    page: Page, *, user: User | None, title: str, body: str, language: str, effective_from: datetime
) -> TermsVersion:
    """Keeps `body` as a new version of `page`, numbered across all pages. Unchanged words make no new version."""
    Page.objects.select_for_update().get(depth=1)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    latest = TermsVersion.objects.filter(page_id=page.pk).order_by("-number").first()
    if latest and (latest.sha256, latest.title, latest.language) == (sha256, title, language):
        return latest
    number = (TermsVersion.objects.aggregate(Max("number"))["number__max"] or 0) + 1
    return TermsVersion.objects.create(
        page_id=page.pk,
        number=number,
        title=title,
        body=body,
        language=language,
        sha256=sha256,
        effective_from=effective_from,
    )


def agree_to_terms(terms: TermsVersion, *, user: User, profile: ApplicantProfile | None, client: str) -> Consent:
    """Evidence of the consent. `client` is address and browser as text; only its SHA-256 is kept."""
    client_sha256 = hashlib.sha256(client.encode()).hexdigest() if client else ""
    consent, _is_new = Consent.objects.get_or_create(
        user=user, terms=terms, defaults={"profile": profile, "client_sha256": client_sha256}
    )
    return consent


def create_api_token(name: str, *, user: User) -> tuple[APIToken, str]:
    """A token and its text, which is never readable again. TooManyTokens beyond `API_TOKENS_AT_MOST`."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if APIToken.objects.filter(user=user, revoked_at=None).count() >= API_TOKENS_AT_MOST:
            raise TooManyTokens
        token, text = APIToken.create_token(user=user, name=name)
        log(token, "wagtail.apitoken.create", user=user)
    return token, text


def revoke_every_api_token(user: User) -> int:
    """How many were revoked: whoever knew the old password may have made some of them."""
    tokens = list(APIToken.objects.filter(user=user, revoked_at=None))
    for token in tokens:
        revoke_api_token(token, user=user)
    return len(tokens)


def revoke_api_token(token: APIToken, *, user: User) -> None:
    """From now on the API refuses `token`. Only its owner revokes it here."""
    if token.user_id != user.pk:
        raise PermissionError
    if token.revoked_at is None:
        token.revoke()
        log(token, "wagtail.apitoken.revoke", user=user)
