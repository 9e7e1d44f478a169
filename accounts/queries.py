from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse

from .models import AccountEvent, ApplicantProfile, Consent, TermsVersion, User


def current_terms(language: str | None = None) -> TermsVersion | None:
    """The terms of use in force; None before the first were published."""
    return _newest(language or settings.LANGUAGE_CODE).first()


def _newest(language: str) -> QuerySet[TermsVersion]:
    return TermsVersion.objects.in_force().filter(language=language).order_by("-effective_from", "-pk")


def terms_to_agree(user: Any) -> TermsVersion | None:
    """The terms in force that `user` has not agreed to yet; None if there is nothing to ask."""
    agreed = Consent.objects.filter(user=user, terms=OuterRef("pk"))
    terms = _newest(settings.LANGUAGE_CODE).annotate(is_agreed=Exists(agreed)).defer("body").first()
    return None if terms is None or terms.is_agreed else terms


def terms_versions() -> QuerySet[TermsVersion]:
    """Every version there ever was, the newest first, without the text."""
    return TermsVersion.objects.defer("body").order_by("-number")


def last_agreed(user: Any, language: str) -> TermsVersion | None:
    """The newest version in `language` that `user` has agreed to."""
    return terms_versions().filter(consents__user=user, language=language).first()


def profiles_of(user: Any) -> QuerySet[ApplicantProfile]:
    """The profiles that `user` may act for, the oldest first."""
    return ApplicantProfile.objects.filter(memberships__user=user).order_by("memberships__pk")


def may_enter_admin(user: Any) -> bool:
    return bool(getattr(user, "is_active", False)) and user.has_perm("wagtailadmin.access_admin")


def account_history(user: Any) -> QuerySet[AccountEvent]:
    """What happened to the login of `user`, the newest first."""
    return AccountEvent.objects.filter(user=user)


def is_admin_address(url: str) -> bool:
    """Whether `url` lies in the Wagtail admin; never on a surface that has none."""
    try:
        return url.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False


def staff_users() -> QuerySet[User]:
    """Those whom Wagtail's user management is about: in a group, a superuser, or made there (`is_staff`).

    An applicant is in no group. A member of staff who leaves all groups stays in the list and can be put back.
    """
    in_group = User.groups.through.objects.values("user_id")
    return User.objects.filter(Q(is_staff=True) | Q(is_superuser=True) | Q(pk__in=in_group))
