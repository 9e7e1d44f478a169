"""Look-up tables frozen with a form: fees by kind, size and date of validity."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from .values import Operand, parse_number

Table = Mapping[str, Any]
"""``{"keys": […], "rows": [{"match": […], "from": "2026-04-01", "value": "16000"}]}``.

A match is a text that must be equal, ``{"from": "10", "to": "20"}`` for a number from 10 to below 20 (either end may be
missing), or null for anything. `from` is the first day on which the row holds; the latest that has begun counts.
"""


def look_up(table: Table, arguments: Sequence[Operand], on: str) -> Operand:
    """The value of the row that fits all `arguments` on the day `on`; null if none does."""
    fitting = [
        row
        for row in table["rows"]
        if len(row["match"]) == len(arguments)
        and all(_fits(match, argument) for match, argument in zip(row["match"], arguments, strict=True))
        and (row.get("from") or "") <= on
    ]
    best = max(fitting, key=lambda row: row.get("from") or "", default=None)
    return None if best is None else parse_number(best["value"])


def _fits(match: Any, argument: Operand) -> bool:
    if match is None:
        return True
    if isinstance(match, dict):
        return isinstance(argument, Fraction) and _in_range(match, argument)
    if isinstance(argument, Fraction):
        return parse_number(match) == argument
    return bool(match == argument)


def _in_range(match: Mapping[str, str], number: Fraction) -> bool:
    lowest, highest = parse_number(match.get("from") or ""), parse_number(match.get("to") or "")
    return (lowest is None or number >= lowest) and (highest is None or number < highest)
