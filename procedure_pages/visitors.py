"""Pages that look the same to everybody who is not signed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from .frame import frame_context

LONGEST_SECONDS = 60


def keep_for_visitors(
    response: HttpResponseBase, request: HttpRequest, *, seconds_until_change: float | None = None
) -> None:
    """Let the visitor cache answer with this page for a while, never past a change of what it says."""
    if request.user.is_authenticated or getattr(request, "is_preview", False):
        return
    seconds = LONGEST_SECONDS if seconds_until_change is None else min(LONGEST_SECONDS, seconds_until_change)
    response.visitor_cache_seconds = seconds  # type: ignore[attr-defined]  # an attribute of our own middleware


class ForVisitors:
    """A page without anything personal on it."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **frame_context(self, request)}  # type: ignore[misc]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]  # mixed into a Page
        keep_for_visitors(response, request)
        return response
