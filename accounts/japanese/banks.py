"""Banks and branches of Japan (全国銀行協会の金融機関コード・店番号), found by what people call them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from zengin_code import Bank

from .normalise import half_width, search_key

POST_BANK = "9900"
"""ゆうちょ銀行."""
SHORT = (
    ("信用金庫", "信金"),
    ("信用組合", "信組"),
    ("農業協同組合", "農協"),
    ("労働金庫", "労金"),
    ("漁業協同組合", "漁協"),
)
"""As the list of the banks shortens them."""
ENDINGS = ("銀行", "支店", "店")
LONGEST = 200
LARGE = str.maketrans("ァィゥェォッャュョヮヵヶー", "アイウエオツヤユヨワカケ-")


class Place(NamedTuple):
    """A bank or a branch."""

    code: str
    name: str
    kana: str

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


Named = tuple[tuple[Place, frozenset[str]], ...]
"""Places with what each is called, ready to be compared."""


def bank(code: str) -> Place | None:
    found = Bank.all.get(code)
    return Place(found.code, found.name, found.kana) if found else None


def branch(bank_code: str, code: str) -> Place | None:
    found = Bank.all.get(bank_code)
    place = found.branches.get(code) if found else None
    return Place(place.code, place.name, place.kana) if place else None


def banks_like(text: str) -> list[Place]:
    """Best first: a code, then whole names, then beginnings, then parts. Kana and width do not matter."""
    if code := _code_in(text, digits=4):
        return _known(bank(code))
    return _ranked(_banks(), text)


def branches_like(bank_code: str, text: str) -> list[Place]:
    """Every branch, in the order of the list, where `text` is empty."""
    if code := _code_in(text, digits=3):
        return _known(branch(bank_code, code))
    branches = _branches(bank_code)
    return _ranked(branches, text) if text.strip() else [place for place, _names in branches]


def the_one(places: list[Place], text: str) -> Place | None:
    """The only place that `text` can mean: the only one found, or the only one that is called exactly so."""
    words = _words(text)
    exact = [place for place in places if _names_of(place) & words]
    found = exact or places
    return found[0] if len(found) == 1 else None


@cache
def _banks() -> Named:
    return _named(Bank.all.values())


@lru_cache(maxsize=100)
def _branches(bank_code: str) -> Named:
    found = Bank.all.get(bank_code)
    return _named(found.branches.values()) if found else ()


def _named(found: Iterable[Any]) -> Named:
    places = [Place(one.code, one.name, one.kana) for one in found]
    return tuple((place, _names_of(place)) for place in places)


def _code_in(text: str, *, digits: int) -> str:
    """The code that `text` begins with; a name may follow it."""
    found = re.match(rf"[0-9]{{{digits}}}(?![0-9])", half_width(text[:LONGEST]))
    return found.group() if found else ""


def _known(place: Place | None) -> list[Place]:
    return [place] if place else []


def _ranked(named: Named, text: str) -> list[Place]:
    words = _words(text)
    ranked = [(rank, place) for place, names in named if (rank := _rank(names, words)) < 3]
    return [place for _rank, place in sorted(ranked, key=lambda found: found[0])]


def _rank(names: frozenset[str], words: frozenset[str]) -> int:
    if names & words:
        return 0
    if any(name.startswith(word) for name in names for word in words):
        return 1
    return 2 if any(word in name for name in names for word in words) else 3


def _names_of(place: Place) -> frozenset[str]:
    return frozenset((_folded(place.name), _folded(place.kana)))


def _words(text: str) -> frozenset[str]:
    """`text` with and without the ending that the list leaves out; empty where there is no letter."""
    whole = _folded(text[:LONGEST])
    for long, short in SHORT:
        whole = whole.replace(search_key(long), short)
    return frozenset(word for word in (whole, *(whole.removesuffix(ending) for ending in ENDINGS)) if word)


def _folded(text: str) -> str:
    return re.sub("[‐‑–—―−－]", "-", search_key(text).translate(LARGE))
