"""Which characters the fonts of the documents can print. What they cannot is shown as 〓 (下駄) and reported."""

import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONT_DIR = Path(__file__).parent / "fonts"
TEXT_FONT = FONT_DIR / "BIZUDMincho-Regular.ttf"
"""The Gothic faces have exactly the same characters; a test holds them to it."""
RARE_FONT = FONT_DIR / "NotoSerifCJKjp-Rare.otf"
GETA = "〓"
FORMATS_VARIATIONS = 14
SILENT = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", *map(chr, range(0xFE00, 0xFE10))}
"""Says how to join or style neighbours (mostly emoji); prints nothing itself."""


def printable(text: str) -> tuple[str, list[str]]:
    """`text` as the fonts can print it, and the characters that became 〓, each once.

    A variation selector (異体字セレクタ) that the font has no form for is dropped: the plain form is printed.
    """
    shown: list[str] = []
    missing: dict[str, None] = {}
    for character in text:
        if is_selector(character):
            if shown and (ord(shown[-1]), ord(character)) in variations():
                shown.append(character)
        elif character == "\n" or ord(character) in coverage():
            shown.append(character)
        elif unicodedata.category(character) in ("Zs", "Cc"):
            shown.append(" ")
        elif character not in SILENT:
            shown.append(GETA)
            missing[character] = None
    return "".join(shown), list(missing)


def unprintable(content: Any) -> list[str]:
    """The characters anywhere in JSON `content` that no font of the documents has, each once."""
    if isinstance(content, str):
        return printable(content)[1]
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    return list(dict.fromkeys(character for part in parts for character in unprintable(part)))


def substituted(content: Any) -> list[str]:
    """The characters anywhere in JSON `content` that are printed as 〓 or in another form than asked for, each once."""
    if isinstance(content, str):
        plain = content.replace("\n", "").replace("\r", "")
        return [] if coverage().issuperset(map(ord, plain)) else [*printable(plain)[1], *_plain_forms(plain)]
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    return list(dict.fromkeys(character for part in parts for character in substituted(part)))


def _plain_forms(text: str) -> list[str]:
    """Kanji with a selector that the font has no form for; without one, as they are printed then."""
    pairs = [(ord(base), ord(mark)) for base, mark in pairwise(text) if is_selector(mark)]
    return list(dict.fromkeys(chr(base) + chr(mark) for base, mark in pairs if (base, mark) not in variations()))


def is_selector(character: str) -> bool:
    return 0xE0100 <= ord(character) <= 0xE01EF


@cache
def coverage() -> frozenset[int]:
    """Code points that can be printed."""
    return frozenset(code for path in (TEXT_FONT, RARE_FONT) for code in TTFont(path, lazy=True).getBestCmap())


@cache
def variations() -> frozenset[tuple[int, int]]:
    """Pairs of kanji and selector that the text font has a form for."""
    tables = TTFont(TEXT_FONT, lazy=True)["cmap"].tables
    return frozenset(
        (code, selector)
        for table in tables
        if table.format == FORMATS_VARIATIONS
        for selector, pairs in table.uvsDict.items()
        for code, _glyph in pairs
    )
