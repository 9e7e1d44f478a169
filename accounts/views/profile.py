from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..actions import NotManager, update_profile
from ..decorators import applicant_required, user_of
from ..enums import ProfileKind
from ..forms.profile import ProfileForm
from ..ids import id_of
from ..models import ApplicantProfile
from ..profile_items import shown_items


@never_cache
@applicant_required
def profile(request: HttpRequest) -> HttpResponse:
    """What is registered about the applicant, and the ways to change it."""
    shown = [
        {
            "profile": each,
            "pairs": [(label, text or _("Not entered")) for label, text in shown_items(each)],
            "position": position,
        }
        for position, each in enumerate(_profiles(request), start=1)
    ]
    has_individual = any(each.kind == ProfileKind.INDIVIDUAL for each in _profiles(request))
    return render(request, "accounts/profile.html", {"shown": shown, "has_individual": has_individual})


@never_cache
@applicant_required
def profile_edit(request: HttpRequest) -> HttpResponse:
    """Changes one profile: the first, or the one whose place in the list ``?profile=`` names."""
    chosen = _chosen(request)
    form = ProfileForm(request.POST if request.method == "POST" else None, profile=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            update_profile(chosen, user=user_of(request), values=form.cleaned_data)
        except NotManager:
            form.add_error(None, _("Only a manager of this profile may change it."))
        else:
            messages.success(request, _("Your profile has been changed. What you have already filed stays as it was."))
            return redirect("accounts:profile")
    return render(request, "accounts/profile_edit.html", {"form": form, "profile": chosen})


def _profiles(request: HttpRequest) -> list[ApplicantProfile]:
    return request.profiles  # type: ignore[attr-defined]


def _chosen(request: HttpRequest) -> ApplicantProfile:
    profiles = _profiles(request)
    place = id_of(request.GET.get("profile", ""))
    return profiles[place - 1] if 0 < place <= len(profiles) else profiles[0]
