"""The answer to an outdated form, the colours of a brand, and the page that shows every piece of the look."""

import hashlib
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_GET

from .colours import style_sheet
from .samples import sample_page
from .validators import validate_brand_colour

SAVES_TYPED_TEXT = "/apply/"


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Says that the page had become old and, on a step of an application, offers what was typed once more.

    Only to a page of this site: a form on another site could otherwise have its text saved by a trusting click.
    """
    keeps = request.path.startswith(SAVES_TYPED_TEXT) and _came_from_here(request)
    context = {"address": request.get_full_path(), "kept": _typed(request) if keeps else None}
    return render(request, "theme/csrf_failure.html", context, status=403)


def _tag_of_colours(request: HttpRequest, colour: str) -> str:
    return f'"{hashlib.sha256(_colours(colour).encode()).hexdigest()[:16]}"'


def _colours(colour: str) -> str:
    try:
        validate_brand_colour(f"#{colour}")
    except ValidationError:
        raise Http404 from None
    return style_sheet(f"#{colour}")


@require_GET
@cache_control(max_age=86400, public=True)
@condition(etag_func=_tag_of_colours)
def colours(request: HttpRequest, colour: str) -> HttpResponse:
    """The style sheet of a brand. The colour is in the address, so that this asks the database nothing."""
    return HttpResponse(_colours(colour), content_type="text/css; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without a form token, unlike Django's own: that one reads the form again, which may be what could not be read."""
    return render(request, "400.html", status=400)


def styles(request: HttpRequest) -> HttpResponse:
    return render(request, "theme/styles.html", sample_page(request))


def _came_from_here(request: HttpRequest) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values]
