"""What cases mean for a login that is to be closed: open ones stand against it, drafts go, filed ones stay."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.closing import Hindrance
from accounts.models import ApplicantProfile, User

from .actions import discard_draft
from .enums import State
from .models import BouncedAddress, MailOptOut, Submission

NAMED_AT_MOST = 10


def open_case_hindrances(user: User) -> list[Hindrance]:
    """Open cases of profiles that `user` alone acts for: the office must be able to reach the applicant.

    What was filed has to be decided (行政手続法 第7条), and a correction or a notice must reach somebody.
    """
    alone = [each.profile_id for each in user.memberships.all() if each.profile.memberships.count() == 1]
    cases = Submission.objects.open().filter(profile__in=alone).select_related("form_version")
    return [
        Hindrance(
            _("“%(title)s” (%(number)s) is not finished. Wait for the result, or withdraw it.")
            % {"title": case.form_version.title, "number": case.display_number},
            reverse("submissions:case", args=[case.reference]),
        )
        for case in cases[:NAMED_AT_MOST]
    ]


def discard_what_was_not_sent(user: User, profiles: list[ApplicantProfile]) -> list[int]:
    """Deletes the drafts of `profiles` and what they chose of mails; the keys of those that filed cases name."""
    for draft in Submission.objects.filter(profile__in=profiles, state=State.DRAFT):
        discard_draft(draft, user=user)
    MailOptOut.objects.filter(profile__in=profiles).delete()
    BouncedAddress.objects.filter(email__in=[profile.email.lower() for profile in profiles]).delete()
    filed: Any = Submission.objects.filter(profile__in=profiles).values_list("profile_id", flat=True)
    return sorted(set(filed))
