"""Numbers and ranges as people type them into a table."""

import re
import unicodedata
from decimal import Decimal

NUMBER = r"-?\d{1,15}(?:\.\d{1,6})?"
BETWEEN = r"(?:~|〜|\.\.|-|から|以上)"
RANGE = re.compile(rf"(?P<start>{NUMBER})?\s*{BETWEEN}\s*(?P<end>{NUMBER})?(?:未満)?")
BELOW = re.compile(rf"(?P<end>{NUMBER})未満")


def as_number(text: str) -> str | None:
    """Exact decimal text, ASCII, without separators; None if it is no number."""
    plain = _plain(text)
    return plain if re.fullmatch(NUMBER, plain) else None


def as_range(text: str) -> dict[str, str] | None:
    """Its ends, from the first to below the second; an open end is left out. None if `text` is no range."""
    plain = _plain(text)
    found = BELOW.fullmatch(plain) or RANGE.fullmatch(plain)
    ends = {
        name: value
        for name, group in (("from", "start"), ("to", "end"))
        if found and (value := found.groupdict().get(group))
    }
    if not ends or ("from" in ends and "to" in ends and Decimal(ends["from"]) >= Decimal(ends["to"])):
        return None
    return ends


def overlaps(one: dict[str, str], other: dict[str, str]) -> bool:
    return _begins_below(one, other) and _begins_below(other, one)


def _begins_below(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether `one` begins before `other` ends."""
    return "from" not in one or "to" not in other or Decimal(one["from"]) < Decimal(other["to"])


def _plain(text: str) -> str:
    return re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", text))
