from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..acting import KEY
from ..decorators import user_of
from ..forms.people import JoinForm
from ..member_actions import accept_invitation, open_invitation
from ..models import User
from ..refusals import PeopleRefused


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites, to what and in which role; accepted with the login at hand, another one, or a new one."""
    found = open_invitation(token)
    if found is None:
        return render(request, "accounts/link_over.html", status=410)
    form = None
    if request.user.is_authenticated:
        user = user_of(request)
        form = JoinForm(request.POST if request.method == "POST" else None, initial={"name": _own_name(user)})
        if request.method == "POST" and form.is_valid():
            try:
                member = accept_invitation(token, user=user, name=form.cleaned_data["name"])
            except PeopleRefused as refusal:
                form.add_error(None, str(refusal.message))
            else:
                request.session[KEY] = f"profile-{member.profile_id}"
                messages.success(request, _("You now belong to “%(name)s”.") % {"name": found.profile.name})
                return redirect("submissions:case_list")
    response = render(request, "accounts/invitation.html", {"invitation": found, "form": form})
    response["Referrer-Policy"] = "no-referrer"
    return response


def _own_name(user: User) -> str:
    own = user.profiles.filter(kind="individual").first()
    return own.name if own else ""
