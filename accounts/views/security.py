"""ログインとセキュリティ: what protects a login, for residents and staff alike."""

from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..account_actions import AddressTaken, restore_email
from ..decorators import user_of
from ..email_change import change_of
from ..queries import account_history, may_enter_admin
from ..second_factor import has_second_factor

SHOWN_AT_MOST = 100


@never_cache
@login_required
def security(request: HttpRequest) -> HttpResponse:
    """The ways to each part, and how things stand."""
    user = user_of(request)
    types = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "email": EmailAddress.objects.get_primary_email(user) or user.email,
        "has_app": Authenticator.Type.TOTP in types,
        "passkeys": types.count(Authenticator.Type.WEBAUTHN),
        "sessions": UserSession.objects.filter(user=user).count(),
        "is_staff_member": may_enter_admin(user),
        "is_needed": settings.STAFF_SECOND_FACTOR and may_enter_admin(user),
        "is_applicant": user.memberships.exists(),
    }
    return render(request, "accounts/security.html", context)


@never_cache
@login_required
def history(request: HttpRequest) -> HttpResponse:
    """What was agreed to, and what happened to the login."""
    user = user_of(request)
    consents = user.consents.select_related("terms").defer("terms__body")
    context = {"consents": consents, "events": account_history(user)[:SHOWN_AT_MOST]}
    return render(request, "accounts/history.html", context)


@never_cache
@login_required
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """Why a member of staff is here instead of in the admin, and the ways to set it up."""
    onwards = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onwards, {request.get_host()}, require_https=request.is_secure()):
        onwards = resolve_url("accounts:security")
    if has_second_factor(user_of(request)):
        return redirect(onwards)
    return render(request, "accounts/second_factor_needed.html")


@never_cache
def stop_email_change(request: HttpRequest, token: str) -> HttpResponse:
    """From a mail to the former address, without a log-in: whoever reads that address may stop the change."""
    change = change_of(token)
    if change is None:
        return render(request, "accounts/stop_email_change.html", {"is_broken": True}, status=410)
    if request.method != "POST":
        return render(request, "accounts/stop_email_change.html", {"email": change.former_email})
    if limited := ratelimit.consume_or_429(request, action="stop_email"):
        return limited
    try:
        restore_email(change.former_email, user=change.user)
    except AddressTaken:
        return render(request, "accounts/stop_email_change.html", {"is_taken": True}, status=409)
    messages.success(request, _("The change has been stopped, and every browser has been logged out."))
    return redirect("account_reset_password")
