"""Which mails an applicant wants, and whether they arrive."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required
from accounts.ids import id_of
from accounts.models import ApplicantProfile

from ..actions import choose_mails
from ..models import BouncedAddress, MailOptOut
from ..notifications import NOTIFICATIONS
from ..refusals import Refused


def lost_addresses(request: HttpRequest) -> list[str]:
    """The addresses of one's profiles from which mails came back."""
    mine = {profile.email.lower() for profile in profiles_of(request)}
    return list(BouncedAddress.objects.filter(email__in=mine).values_list("email", flat=True))


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def mails(request: HttpRequest) -> HttpResponse:
    """On or off for each kind, and for each profile; what the law or a deadline depends on has no switch."""
    profiles = profiles_of(request)
    optional = {name: kind.subject for name, kind in NOTIFICATIONS.items() if kind.is_optional}
    if request.method == "POST":
        place = id_of(request.POST.get("profile", ""))
        if 0 < place <= len(profiles):
            save(request, profiles[place - 1], unwanted=optional.keys() - set(request.POST.getlist("wanted")))
        return redirect("submissions:mails")
    unwanted = set(MailOptOut.objects.filter(profile__in=profiles).values_list("profile", "notification"))
    context = {
        "shown": [
            (
                place,
                profile,
                [(name, subject, (profile.pk, name) not in unwanted) for name, subject in optional.items()],
            )
            for place, profile in enumerate(profiles, 1)
        ],
        "always": list(dict.fromkeys(str(kind.subject) for kind in NOTIFICATIONS.values() if not kind.is_optional)),
        "lost": lost_addresses(request),
    }
    return render(request, "submissions/mypage/mails.html", context)


def save(request: HttpRequest, profile: ApplicantProfile, *, unwanted: set[str]) -> None:
    try:
        choose_mails(profile, user=request.user, unwanted=unwanted)
    except Refused:
        messages.error(request, _("Only a manager of this profile may change it."))
    else:
        messages.success(request, _("Your choice has been saved."))


def profiles_of(request: HttpRequest) -> Any:
    return request.profiles  # type: ignore[attr-defined]
