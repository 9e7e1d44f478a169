from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from .middleware import keep_language


def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the visitor's language in a cookie and go back. It changes nothing but the reader's own view."""
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    language = request.GET.get("language", "")
    if language in dict(settings.LANGUAGES):
        keep_language(response, request, language)
    return response


def healthy(request: HttpRequest) -> HttpResponse:
    """For load balancers: answers when the process and its database do."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")
