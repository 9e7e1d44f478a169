from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from ..frame import frame_context

SENT = "sent"


class SentOnce:
    """A form of Wagtail's builder that anybody may send: by way of a redirect, and not too often."""

    limited_as: str
    """The limit in `ACCOUNT_RATE_LIMITS`."""

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "GET" and SENT in request.GET:
            return self.render_landing_page(request)
        if (too_many := consume_or_429(request, action=self.limited_as)) is not None:
            return too_many
        return super().serve(request, *args, **kwargs)  # type: ignore[misc]  # mixed into a Page

    def render_landing_page(
        self, request: HttpRequest, form_submission: Any = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """After sending, by way of a redirect: reloading the page sends nothing again."""
        if form_submission is not None:
            return HttpResponseRedirect(f"{self.get_url(request)}?{SENT}=1")  # type: ignore[attr-defined]
        return super().render_landing_page(request, form_submission, *args, **kwargs)  # type: ignore[misc]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **frame_context(self, request)}  # type: ignore[misc]
