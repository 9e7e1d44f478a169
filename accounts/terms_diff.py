"""What changed between two versions of a text, line by line and, inside a line, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Literal, NamedTuple

WORDS = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+|[ァ-ヶー]+|[一-龠々〆]+|[ぁ-ん]+|.", re.DOTALL)
"""Japanese has no spaces: a run of one script is near enough to a word."""
LINES = {"h2", "h3", "p", "li"}
ALIKE = 0.5
"""From this ratio on, two lines count as one that was changed."""

Kind = Literal["same", "added", "removed"]


class Part(NamedTuple):
    kind: Kind
    text: str


class TextLine(NamedTuple):
    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class DiffLine:
    """`tag` is that of the HTML element which the line stood in."""

    tag: str
    parts: tuple[Part, ...]

    @property
    def is_changed(self) -> bool:
        return any(part.kind != "same" for part in self.parts)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[TextLine] = []
        self.tag = "p"

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in LINES:
            self.tag = tag
            self.lines.append(TextLine(tag, ""))

    def handle_data(self, data: str) -> None:
        if self.lines and (self.lines[-1].text or data.strip()):
            self.lines[-1] = TextLine(self.tag, self.lines[-1].text + data)


def lines_of(html: str) -> list[TextLine]:
    """Headings, paragraphs and entries of lists, as text."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return [TextLine(tag, text.strip()) for tag, text in parser.lines if text.strip()]


def changes(old: str, new: str) -> list[DiffLine]:
    """From the HTML `old` to `new`: the changed lines, each below the heading that it stands under."""
    found: list[DiffLine] = []
    heading: DiffLine | None = None
    for line in _compared(lines_of(old), lines_of(new)):
        if line.tag == "h2":
            heading = None if line.is_changed else line
        if line.is_changed:
            found.extend(filter(None, (heading,)))
            found.append(line)
            heading = None
    return found


def _compared(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[DiffLine]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (_whole("same", line) for line in old[a:b])
        else:
            yield from _replaced(old[a:b], new[c:d])


def _replaced(old: Sequence[TextLine], new: Sequence[TextLine]) -> Iterator[DiffLine]:
    """Each old line goes with the next new one that is like it; what has no partner was removed or added."""
    rest = list(new)
    for line in old:
        partner = next((number for number, other in enumerate(rest) if _are_alike(line, other)), None)
        if partner is None:
            yield _whole("removed", line)
            continue
        yield from (_whole("added", other) for other in rest[:partner])
        yield DiffLine(rest[partner].tag, tuple(_words(line.text, rest[partner].text)))
        rest = rest[partner + 1 :]
    yield from (_whole("added", other) for other in rest)


def _are_alike(old: TextLine, new: TextLine) -> bool:
    return old.tag == new.tag and SequenceMatcher(None, old.text, new.text, autojunk=False).ratio() >= ALIKE


def _words(old: str, new: str) -> Iterator[Part]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Part("same", "".join(before[a:b]))
            continue
        if b > a:
            yield Part("removed", "".join(before[a:b]))
        if d > c:
            yield Part("added", "".join(after[c:d]))


def _whole(kind: Kind, line: TextLine) -> DiffLine:
    return DiffLine(line.tag, (Part(kind, line.text),))
