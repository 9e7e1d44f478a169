from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import F

from accounts.models import ApplicantProfile

from ..models import BouncedAddress
from ..refusals import NotAllowed


def record_bounce(email: str, *, user: Any, status: str = "") -> bool:
    """Mails to `email` came back. Whether that was kept: an address that nobody here has is none of our business."""
    email = email.strip().lower()
    if not is_known(email):
        return False
    mark, is_new = BouncedAddress.objects.get_or_create(email=email, defaults={"status": status[:20]})
    if not is_new:
        mark.status, mark.times = status[:20], F("times") + 1
        mark.save()
    return True


def is_known(email: str) -> bool:
    profiles = ApplicantProfile.objects.filter(email__iexact=email)
    return profiles.exists() or EmailAddress.objects.filter(email__iexact=email).exists()


def forget_bounce(email: str, *, user: Any) -> None:
    """Its holder says that `email` works again, or has confirmed it; the next mail that comes back marks it anew."""
    email = email.lower()
    holds = ApplicantProfile.objects.filter(memberships__user=user, email__iexact=email).exists()
    if not (holds or EmailAddress.objects.filter(user=user, email__iexact=email).exists()):
        raise NotAllowed
    BouncedAddress.objects.filter(email=email).delete()
