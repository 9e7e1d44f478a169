from collections.abc import Iterable
from typing import Any

from django.db import transaction

from accounts.enums import MemberRole
from accounts.models import ApplicantProfile

from ..models import MailOptOut
from ..refusals import NotAllowed


@transaction.atomic
def choose_mails(profile: ApplicantProfile, *, user: Any, unwanted: Iterable[str]) -> None:
    """From now on the kinds `unwanted` are not mailed to `profile`. What must be mailed is, whatever is chosen here."""
    profile = ApplicantProfile.objects.select_for_update().get(pk=profile.pk)
    if not profile.memberships.filter(user=user, role=MemberRole.MANAGER).exists():
        raise NotAllowed
    MailOptOut.objects.filter(profile=profile).delete()
    MailOptOut.objects.bulk_create(MailOptOut(profile=profile, notification=name) for name in sorted(set(unwanted)))
