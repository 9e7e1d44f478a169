"""What every request of somebody who is logged in passes through."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import is_reauthentication_required, suspend_request
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from .queries import is_admin_address, may_enter_admin
from .second_factor import has_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]
SEEN_AT = "seen_at"
ENDS = "session_ends"
"""Cookie that tells every tab of the browser when the session would end: seconds since 1970, by the server's clock."""
SECONDS_BETWEEN_NOTES = 60
SENSITIVE = {
    f"wagtailusers_{what}:{page}" for what in ("users", "groups", "api_tokens") for page in ("add", "edit", "delete")
}
"""Pages of the admin on which somebody gets or loses power."""


class IdleSessionMiddleware:
    """A session ends `SESSION_COOKIE_AGE` seconds after the last request, by Django's own expiry in the database.

    It is written at most once a minute, so it may end up to a minute early; the cookie says when.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            note_activity(request)
        response = self.get_response(request)
        if not request.session.modified and not request.session.accessed:
            return response
        if request.user.is_authenticated:
            _tell_the_end(request, response)
        elif ENDS in request.COOKIES:
            response.delete_cookie(ENDS)
        return response


def note_activity(request: HttpRequest, *, at_once: bool = False) -> int:
    """When the session ends, as in the cookie. `at_once` moves it even if that was done less than a minute ago."""
    now = int(time.time())
    if at_once or now - request.session.get(SEEN_AT, 0) >= SECONDS_BETWEEN_NOTES:
        request.session[SEEN_AT] = now
        UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())
    return int(request.session[SEEN_AT]) + settings.SESSION_COOKIE_AGE


def _tell_the_end(request: HttpRequest, response: HttpResponse) -> None:
    ends = str(request.session.setdefault(SEEN_AT, int(time.time())) + settings.SESSION_COOKIE_AGE)
    if request.COOKIES.get(ENDS) != ends:
        response.set_cookie(ENDS, ends, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


class StaffSecondFactorMiddleware:
    """Whoever may enter the Wagtail admin shows a second factor first, and is led to setting one up.

    Who may do what is changed only by somebody who gave the password in the last minutes. `STAFF_SECOND_FACTOR` turns
    both off. A session from before the factor was set up is asked for it once.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_SECOND_FACTOR and is_admin_address(request.path) and may_enter_admin(request.user):
            page = _page_before_the_admin(request)
            if page:
                query = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{reverse(page)}?{query}")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseRedirect | None:
        match = request.resolver_match
        if not settings.STAFF_SECOND_FACTOR or match is None or not may_enter_admin(request.user):
            return None
        is_bulk = match.view_name == "wagtail_bulk_action" and kwargs.get("app_label") == "accounts"
        if (match.view_name in SENSITIVE or is_bulk) and is_reauthentication_required(request, app="accounts"):
            return suspend_request(request, reverse("account_reauthenticate"))
        return None


def _page_before_the_admin(request: HttpRequest) -> str:
    if not has_second_factor(request.user):
        return "accounts:second_factor_needed"
    has_shown = any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
    return "" if has_shown else "mfa_reauthenticate"
