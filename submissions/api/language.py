"""The language of answers to programs: Japanese unless the caller asks for another one we speak."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

View = Callable[..., HttpResponse]


def in_the_callers_language(run: View) -> View:
    """Wraps an operation, its checks and its refusals included. What belongs to somebody is never cached."""

    @wraps(run)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = run(request, *args, **kwargs)
        response.headers["Content-Language"] = language
        patch_vary_headers(response, ["Accept-Language"])
        if "Authorization" in request.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    return wrapper


def language_of(request: HttpRequest) -> str:
    """The first language of ``Accept-Language`` that the portal speaks."""
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(wanted)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
