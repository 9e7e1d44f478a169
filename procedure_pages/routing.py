"""The addresses of pages: Japanese ones at the root, those of another language below its code."""

from functools import reduce
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_routed

from .readings import readings_in


class PagePrefix(LocalePrefixPattern):
    """The code of the language in addresses of pages, matched whatever the language of the reader."""

    def __init__(self) -> None:
        super().__init__(prefix_default_language=False)

    @property
    def language_prefix(self) -> str:
        """Easy Japanese is a way of reading, not an address of its own."""
        language = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
        return "" if language == settings.LANGUAGE_CODE else f"{language}/"

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]]:
        return path.removeprefix(f"{language_in(path)}/") if language_in(path) else path, (), {}


def language_in(path: str) -> str:
    """The language that `path`, without its first slash, begins with; empty for Japanese."""
    first, slash, _rest = path.partition("/")
    is_other = slash and first != settings.LANGUAGE_CODE and first in dict(settings.LANGUAGES)
    return first if is_other else ""


def page_addresses(patterns: "list[URLPattern | URLResolver]") -> URLResolver:
    """`patterns`, with the language in front."""
    return URLResolver(PagePrefix(), patterns)


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view, told which page it is: found with one query, in the language of the address.

    What is not translated is shown in Japanese, at its own address.
    """
    language = language_in(request.path_info.lstrip("/"))
    route = find(request, path, language or settings.LANGUAGE_CODE)
    if route is None and language and find(request, path, settings.LANGUAGE_CODE) is not None:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(f"/{path}{query}")
    request._wagtail_route_for_request = route  # type: ignore[attr-defined]  # where Wagtail keeps it
    response: HttpResponse = serve_routed(request, path)
    if getattr(request, "reading", "") and route is not None:
        response.readings = readings_in(getattr(route.page, "readings", ""))  # type: ignore[attr-defined]  # for `theme.reading`
    return response


def find(request: HttpRequest, path: str, language: str) -> RouteResult | None:
    """What `wagtail.models.Page.route_for_request` finds level by level. The page knows the pages above it."""
    root = _root(request, language)
    if root is None:
        return None
    names = [name for name in path.split("/") if name]
    addresses = [f"{root.url_path}{''.join(f'{name}/' for name in names[:number])}" for number in range(len(names) + 1)]
    trail = Page.objects.filter(url_path__in=addresses).order_by("depth")
    page = reduce(_below, trail, None)
    if page is None:
        return None
    try:
        found: RouteResult = page.specific.route(request, names[addresses.index(page.url_path) :])
    except Http404:
        return None
    return found


def _below(parent: Page | None, page: Page) -> Page:
    if parent is not None:
        page._cached_parent_obj = parent  # where treebeard keeps it
    return page


def _root(request: HttpRequest, language: str) -> Page | None:
    """The first page in `language`."""
    site = Site.find_for_request(request)
    if site is None or language == settings.LANGUAGE_CODE:
        return site and site.root_page
    return Page.objects.filter(translation_key=site.root_page.translation_key, locale__language_code=language).first()
