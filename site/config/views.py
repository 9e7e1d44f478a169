from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

A_YEAR = 365 * 24 * 60 * 60


def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the visitor's language in a cookie and go back. It changes nothing but the reader's own view."""
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    language = request.GET.get("language", "")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )
    return response


def healthy(request: HttpRequest) -> HttpResponse:
    """For load balancers: answers when the process and its database do."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")
