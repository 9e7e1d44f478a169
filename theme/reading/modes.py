from enum import StrEnum

from django.http import HttpRequest

COOKIE = "reading"
EASY_LANGUAGE = "ja-x-easy"
"""Its catalogue, ``locale/ja_X-easy``, holds what is said differently; all else is taken from the Japanese."""


class Mode(StrEnum):
    """Easy Japanese has furigana too."""

    PLAIN = ""
    FURIGANA = "furigana"
    EASY = "easy"


def mode_of(request: HttpRequest) -> Mode:
    """As the reader chose it; anything else in the cookie counts as nothing."""
    chosen = request.COOKIES.get(COOKIE, "")
    return Mode(chosen) if chosen in tuple(Mode) else Mode.PLAIN
