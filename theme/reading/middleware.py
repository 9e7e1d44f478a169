from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from .furigana import with_furigana
from .modes import EASY_LANGUAGE, Mode, mode_of

JAPANESE = "ja"
DESK = "/admin/"


class ReadingMiddleware:
    """Furigana and easy Japanese for readers who chose them; for all others it looks at one cookie.

    Stands inside of what chooses the language and of what keeps finished pages. A view may name the readings of its own
    words as ``response.readings``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        mode = mode_of(request)
        if not mode or translation.get_language() != JAPANESE or request.path.startswith(DESK):
            return self.get_response(request)
        request.reading = mode  # type: ignore[attr-defined]  # for templates and views
        if mode == Mode.EASY:
            translation.activate(EASY_LANGUAGE)
        response = self.get_response(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            write(response)
        return response


def write(response: HttpResponse) -> None:
    page = with_furigana(response.content.decode(response.charset), getattr(response, "readings", None))
    response.content = page.encode(response.charset)
    if "Content-Length" in response.headers:
        response.headers["Content-Length"] = str(len(response.content))
