"""Several profiles for one login: one more, and in whose name one acts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..acting import choices_of, keep_standing, switch
from ..decorators import applicant_required, user_of
from ..enums import ProfileKind
from ..forms.people import NewProfileForm
from ..member_actions import add_profile
from ..onwards import onwards
from ..refusals import PeopleRefused


@never_cache
@applicant_required
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """One more 事業者, or the 個人 of somebody who registered as a business."""
    if kind not in ProfileKind.values:
        raise Http404
    form = NewProfileForm(request.POST if request.method == "POST" else None, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            profile = add_profile(kind, user=user_of(request), values=form.cleaned_data)
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            del user_of(request).standing  # type: ignore[attr-defined]
            switch(request, f"profile-{profile.pk}")
            messages.success(request, _("“%(name)s” has been added. You now act in this name.") % {"name": profile})
            return redirect("accounts:profile")
    context = {"form": form, "is_business": kind == ProfileKind.BUSINESS}
    return render(request, "accounts/profile_add.html", context)


@never_cache
@applicant_required
def switch_name(request: HttpRequest) -> HttpResponse:
    """Lists the names, and chooses one for this session. Open drafts and cases keep their own."""
    if request.method == "POST":
        acting = switch(request, request.POST.get("acting", ""))
        if acting is not None:
            messages.success(request, _("You now act for “%(name)s”.") % {"name": acting.profile.name})
            return redirect(onwards(request))
        messages.error(request, _("You can no longer act in this name."))
    context = {"choices": choices_of(keep_standing(request)), "next": onwards(request)}
    return render(request, "accounts/switch.html", context)
