"""退会: closing one's own account."""

from allauth.core import ratelimit
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from ..account_actions import CannotClose, close_account
from ..closing import hindrances
from ..decorators import user_of
from ..forms.closing import ClosingForm
from ..mails import send_account_mail


@never_cache
@login_required
def close(request: HttpRequest) -> HttpResponse:
    """What stays, what goes, what stands against it; then the password, and it is done."""
    user = user_of(request)
    found = hindrances(user)
    form = ClosingForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST" and not found:
        if limited := ratelimit.consume_or_429(request, action="reauthenticate", user=user):
            return limited
        if form.is_valid():
            return _close(request)
    return render(request, "accounts/close.html", {"form": form, "hindrances": found})


def _close(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    email = user.email
    try:
        close_account(user=user)
    except CannotClose:
        return redirect("accounts:close")
    logout(request)
    send_account_mail("account_closed", to=email)
    return redirect("accounts:closed")


def closed(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/closed.html")
