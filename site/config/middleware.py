"""What every request of the site passes through."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.translation import get_supported_language_variant

from procedure_pages.routing import language_in
from theme.reading.modes import mode_of

GetResponse = Callable[[HttpRequest], HttpResponse]
A_YEAR = 365 * 24 * 60 * 60
CACHED_PAGES_AT_MOST = 500
COMPRESSIBLE = ("text/", "application/json", "application/javascript", "image/svg+xml")


class KeepLanguageMiddleware:
    """Whoever reads a page at an address with a language in it gets the rest of the site in that language too.

    Stands before the visitor cache: the kept copy has no cookie, each visitor's answer has.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = language_in(request.path_info.lstrip("/"))
        if language and response.status_code < 400 and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
            keep_language(response, request, language)
        return response


class ChosenLanguageMiddleware:
    """Japanese unless the visitor chose another language: the content is Japanese, whatever the browser prefers."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class VisitorCacheMiddleware:
    """Keeps finished pages for visitors without a session for a few seconds, so that a flood reads memory.

    A view opts in by setting ``response.visitor_cache_seconds``; a page with a form token of its own must not.
    The copy is per process and at most `VISITOR_CACHE_SECONDS` old.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.pages: dict[tuple[object, ...], tuple[float, HttpResponse]] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.get_response(request)
        key = (
            request.get_host(),
            request.get_full_path(),
            chosen_language(request),
            mode_of(request),
            takes_gzip(request),
        )
        expires_at, page = self.pages.get(key, (0.0, None))
        if page is not None and time.monotonic() < expires_at:
            return _copy_of(page)
        response = self.get_response(request)
        self._keep(key, response)
        return response

    def _keep(self, key: tuple[object, ...], response: HttpResponse) -> None:
        seconds = min(getattr(response, "visitor_cache_seconds", 0), settings.VISITOR_CACHE_SECONDS)
        if seconds <= 0 or response.status_code != 200 or response.streaming or response.cookies:
            return
        if len(self.pages) >= CACHED_PAGES_AT_MOST:
            self.pages.clear()
        self.pages[key] = (time.monotonic() + seconds, _copy_of(response))


class CompressTextMiddleware(GZipMiddleware):
    """Makes pages, scripts and data a quarter of their size on the wire; leaves files alone, most are compressed.

    Stands behind the visitor cache, so that a kept page is compressed once. Django adds bytes by chance against BREACH.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)


class PrivatePagesMiddleware:
    """What somebody with a session saw does not stay in the browser of a shared computer, unless a view allows it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def takes_gzip(request: HttpRequest) -> bool:
    return "gzip" in request.headers.get("Accept-Encoding", "")


def chosen_language(request: HttpRequest) -> str:
    """That of the address, else that of the cookie."""
    if language := language_in(request.path_info.lstrip("/")):
        return language
    try:
        return get_supported_language_variant(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    except LookupError:
        return settings.LANGUAGE_CODE


def _copy_of(response: HttpResponse) -> HttpResponse:
    return HttpResponse(response.content, status=response.status_code, headers=dict(response.headers))


def keep_language(response: HttpResponse, request: HttpRequest, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
    )
