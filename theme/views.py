"""The answer to an outdated form, and the page that shows every piece of the look."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .samples import sample_page

SAVES_TYPED_TEXT = "/apply/"


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says that the page had become old and, on a step of an application, offers what was typed once more.

    Only to a page of this site: a form on another site could otherwise have its text saved by a trusting click.
    """
    keeps = request.path.startswith(SAVES_TYPED_TEXT) and _came_from_here(request)
    context = {"address": request.get_full_path(), "kept": _typed(request) if keeps else None}
    return render(request, "theme/csrf_failure.html", context, status=403)


def styles(request: HttpRequest) -> HttpResponse:
    return render(request, "theme/styles.html", sample_page(request))


def _came_from_here(request: HttpRequest) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values]
