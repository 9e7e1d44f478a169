"""Readings above the characters of a finished page, from a list of words that are read in one way only."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from os.path import commonprefix
from pathlib import Path

WORDS = Path(__file__).with_name("words.txt")
PARTS = re.compile(
    r"<!--.*?-->|<(?P<tag>script|style|title|textarea|select|svg|ruby)\b.*?</(?P=tag)>|<[^>]*>|[^<]+",
    re.DOTALL | re.IGNORECASE,
)
"""Texts, and what stands as it is: markup, what holds no markup, and what its author gave readings to."""
PAGES_AT_MOST = 128


def with_furigana(html: str, more: Mapping[str, str] | None = None) -> str:
    """`html` with readings; those of `more`, by word, come before the common ones."""
    readings = {**common_readings(), **(more or {})}
    words = _pattern(tuple(sorted(readings)))
    return PARTS.sub(lambda part: _marked_up(part[0], words, readings), html)


def _marked_up(part: str, words: re.Pattern[str], readings: Mapping[str, str]) -> str:
    """A text with a reading in it stays one piece, where the layout would set its parts side by side."""
    if part.startswith("<"):
        return part
    text = words.sub(lambda word: ruby(word[0], readings[word[0]]), part)
    return part if text == part else f"<span>{text}</span>"


def ruby(word: str, reading: str) -> str:
    """The reading above the characters only: 行う, おこなう is おこな above 行."""
    kana = commonprefix([word[::-1], reading[::-1]])[::-1]
    base, above = word.removesuffix(kana), reading.removesuffix(kana)
    return f"<ruby>{base}<rp>（</rp><rt>{above}</rt><rp>）</rp></ruby>{kana}"


@cache
def common_readings() -> dict[str, str]:
    return dict(line.split() for line in WORDS.read_text("utf-8").splitlines() if line.strip())


@lru_cache(maxsize=PAGES_AT_MOST)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """By first character, so that a page is gone through in some milliseconds; the longest word wins."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    starts = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(starts)
