"""Where somebody is logged in, ending it, and staying logged in."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .. import account_actions
from ..decorators import user_of
from ..devices import device_words
from ..ids import id_of
from ..middleware import note_activity


@never_cache
@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """One line for each browser that is logged in; ``end`` names one, ``others`` means all but this one."""
    user = user_of(request)
    if request.method == "POST":
        return _end(request)
    found = sorted(UserSession.objects.purge_and_list(user), key=lambda each: each.last_seen_at, reverse=True)
    rows = [_row(each, request) for each in found]
    rows.sort(key=lambda row: not row["is_current"])
    return render(request, "accounts/sessions.html", {"rows": rows})


def _row(session: Any, request: HttpRequest) -> dict[str, Any]:
    is_current = session.session_key == request.session.session_key
    return {"session": session, "words": device_words(session.user_agent), "is_current": is_current}


def _end(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    if "others" in request.POST:
        count = account_actions.end_sessions(user=user, except_key=request.session.session_key)
        told = ngettext("%(count)d browser has been logged out.", "%(count)d browsers have been logged out.", count)
        messages.success(request, told % {"count": count})
        return redirect("accounts:sessions")
    session = get_object_or_404(UserSession, user=user, pk=id_of(request.POST.get("end", "")))
    account_actions.end_session(session, user=user)
    messages.success(request, _("%(device)s has been logged out.") % {"device": device_words(session.user_agent)})
    return redirect("accounts:sessions")


@never_cache
@require_POST
def extend(request: HttpRequest) -> JsonResponse:
    """Moves the end of the session without leaving the page; 401 if it has ended. Times in seconds since 1970."""
    if not request.user.is_authenticated:
        return JsonResponse({"ends": 0}, status=401)
    return JsonResponse({"ends": note_activity(request, at_once=True)})
