"""What an expression works with: null, true and false, texts, exact numbers, lists of texts, compound answers."""

import re
from fractions import Fraction
from typing import Any

Operand = Any
"""None, bool, str, Fraction, list or dict."""

NUMERAL = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")


def operand(value: Any) -> Operand:
    """A JSON value as an operand: whole numbers become exact ones."""
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value


def is_empty(value: Operand) -> bool:
    """Nothing was answered: a tick that was not set counts as nothing too."""
    return value is None or value is False or (not isinstance(value, Fraction | bool) and len(value) == 0)


def parse_number(text: str) -> Fraction | None:
    return Fraction(text) if NUMERAL.fullmatch(text) else None


def number_text(number: Fraction, places: int = 0) -> str:
    """With exactly `places` decimals, cut off towards zero: an author who wants it otherwise rounds in the formula."""
    scaled = abs(number) * 10**places
    digits = str(scaled.numerator // scaled.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if number < 0 and digits.strip("0") else text
