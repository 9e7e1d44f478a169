"""Finds English sentences that a Japanese reader would see."""

import re
from html.parser import HTMLParser

RUN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:[ ,]+[A-Za-z][A-Za-z'’]*){3,}")
UNSEEN = ("script", "style", "template")
SAID = ("alt", "aria-label", "title", "placeholder", "data-show")


class _Main(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main" or (self.open and tag in ("main", *UNSEEN)):
            self.open.append(tag)
        if self.open:
            self.texts += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in UNSEEN:
            self.texts.append(data)


def visible_text(html: str) -> str:
    """What stands in ``<main>``, with what a screen reader says besides."""
    parser = _Main()
    parser.feed(html)
    return "\n".join(text.strip() for text in parser.texts if text.strip())


def english_in(text: str) -> list[str]:
    """Every run of four or more English words."""
    return RUN.findall(text)
