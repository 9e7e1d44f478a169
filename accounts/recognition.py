"""Recognises the browser that somebody logs in from by a cookie, and has its owner told of a new one."""

import secrets
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from .account_actions import remember_device
from .devices import device_words
from .mails import security_address, send_account_mail
from .models import User

COOKIE = "known_device"
SECONDS_KEPT = 400 * 24 * 60 * 60
"""As long as browsers keep a cookie at most; renewed at every log-in."""


def recognise(request: HttpRequest, user: User, response: HttpResponseBase) -> None:
    """The cookie holds a random text and nothing of the person; one browser may serve several people."""
    key = request.COOKIES.get(COOKIE) or secrets.token_urlsafe(32)
    words = device_words(request.headers.get("User-Agent", ""))
    if remember_device(key, words, user=user):
        context: dict[str, Any] = {"device": words, "moment": timezone.now(), "security_url": security_address(user)}
        send_account_mail("new_device", to=user.email, context=context)
    response.set_cookie(
        COOKIE, key, max_age=SECONDS_KEPT, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
