"""Everything that changes a login itself: what is kept of it, its devices, its address, its end."""

import hashlib
import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from wagtail.models import APIToken

from .actions import follow_confirmed_email
from .agent_actions import end_appointment
from .closing import Hindrance, hindrances
from .enums import AccountEventKind
from .member_actions import cancel_invitation, leave_profile
from .models import AccountEvent, ApplicantProfile, Appointment, Consent, KnownDevice, User
from .signals import account_closing

HOURS_BETWEEN_LIKE_MAILS = 24


class AddressTaken(Exception):
    """Somebody else registered the former e-mail address meanwhile."""


class CannotClose(Exception):
    """Something stands against closing the login: `hindrances` says what."""

    def __init__(self, found: list[Hindrance]) -> None:
        super().__init__(str(found))
        self.hindrances = found


def record_account_event(kind: AccountEventKind, *, user: User, detail: str = "") -> AccountEvent:
    """One more line of the history that the owner of the login sees."""
    return AccountEvent.objects.create(user=user, kind=kind, detail=detail[:100])


@transaction.atomic
def remember_device(key: str, words: str, *, user: User) -> bool:
    """Note a log-in from the browser that holds `key`; whether its owner should be told that it is new.

    Not for the first one ever. At most once a day for browsers of the same words, so that somebody whose browser
    forgets its cookies is not mailed all day.
    """
    now = timezone.now()
    user = User.objects.select_for_update().get(pk=user.pk)
    known = KnownDevice.objects.filter(user=user)
    if known.filter(key_sha256=_sha256(key)).update(last_seen_at=now, words=words):
        return False
    is_first = not known.exists()
    KnownDevice.objects.create(user=user, key_sha256=_sha256(key), words=words)
    if is_first:
        return False
    told = AccountEvent.objects.filter(user=user, kind=AccountEventKind.NEW_DEVICE, detail=words)
    is_told = told.filter(happened_at__gt=now - timedelta(hours=HOURS_BETWEEN_LIKE_MAILS)).exists()
    record_account_event(AccountEventKind.NEW_DEVICE, user=user, detail=words)
    return not is_told


def _sha256(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def end_session(session: UserSession, *, user: User) -> None:
    """Log one browser out. PermissionError for a session of somebody else."""
    if session.user_id != user.pk:
        raise PermissionError
    session.end()
    record_account_event(AccountEventKind.SESSIONS_ENDED, user=user)


def end_sessions(*, user: User, except_key: str | None = None) -> int:
    """Log every browser out but the one with the session `except_key`; how many there were."""
    others = list(UserSession.objects.filter(user=user).exclude(session_key=except_key or ""))
    for session in others:
        session.end()
    if others:
        record_account_event(AccountEventKind.SESSIONS_ENDED, user=user)
    return len(others)


@transaction.atomic
def restore_email(email: str, *, user: User) -> None:
    """The former address counts again, everybody is logged out, and only a reset by mail to it gives a new password.

    For whoever reads the mails of the former address and did not ask for the change. Second factors stay: they are
    the owner's, unless somebody added one, which the owner then sees in the history. AddressTaken if it is too late.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if EmailAddress.objects.filter(email__iexact=email, verified=True).exclude(user=user).exists():
        raise AddressTaken
    EmailAddress.objects.filter(user=user).exclude(email__iexact=email).delete()
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    user.email = email
    user.set_unusable_password()
    user.save(update_fields=["email", "password"])
    follow_confirmed_email(user, email=email)
    _end_every_way_in(user)
    record_account_event(AccountEventKind.EMAIL_RESTORED, user=user)


def _end_every_way_in(user: User) -> None:
    end_sessions(user=user)
    for token in APIToken.objects.filter(user=user, revoked_at=None):
        token.revoke()
    KnownDevice.objects.filter(user=user).delete()


@transaction.atomic
def close_account(*, user: User) -> None:
    """End the login for good. What was filed stays, with the name that it was filed in; the rest of the person goes.

    CannotClose while something stands against it. The row of the login stays, empty, because records point at it.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if found := hindrances(user):
        raise CannotClose(found)
    memberships = user.memberships.select_related("profile")
    alone = [each.profile for each in memberships if each.profile.memberships.count() == 1]
    answers = account_closing.send(sender=User, user=user, profiles=alone)
    on_record = {pk for _receiver, kept in answers for pk in kept or ()}
    for membership in memberships:
        if membership.profile not in alone:
            leave_profile(membership.profile, user=user)
    for profile in alone:
        _end_dealings(profile, user)
        if profile.pk in on_record or not _is_deleted(profile):
            _empty(profile)
    _end_every_way_in(user)
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    user.groups.clear()
    user.username, user.email = f"closed-{secrets.token_hex(8)}", ""
    user.first_name = user.last_name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    record_account_event(AccountEventKind.CLOSED, user=user)


def _end_dealings(profile: ApplicantProfile, user: User) -> None:
    """Nobody is invited to it any more, and no agent acts for it or through it."""
    for invitation in profile.invitations.filter(closed_at=None):
        cancel_invitation(invitation, user=user)
    for appointment in Appointment.objects.filter(Q(principal=profile) | Q(agent=profile), ended_at=None):
        end_appointment(appointment, user=user)


def _is_deleted(profile: ApplicantProfile) -> bool:
    """Where nothing was ever filed with it and nobody else had to do with it, nobody needs to know whose it was.

    The consent stays as the login's.
    """
    try:
        with transaction.atomic():
            Consent.objects.filter(profile=profile).update(profile=None)
            profile.memberships.all().delete()
            profile.delete()
    except ProtectedError:
        return False
    return True


def _empty(profile: ApplicantProfile) -> None:
    """Name and date of birth say whose the filed records are; what served to reach the person goes.

    Every filed round keeps its own copy of the profile as it was, which is the record.
    """
    for name in ("postal_code", "prefecture", "city", "street", "building", "phone", "email", "department", "sex"):
        setattr(profile, name, "")
    profile.save()
