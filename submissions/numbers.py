"""到達番号: twelve digits that can be read aloud, catch a slip of one digit or a swap, and tell nothing about volume.

Two digits of the era's fiscal year, nine random ones, one check digit (Verhoeff, ISO 7064 family; python-stdnum).
"""

import secrets
from datetime import date

from stdnum import verhoeff

from accounts.japanese.normalise import half_width

from .deadlines import fiscal_year

LENGTH = 12
REIWA_BEFORE = 2018


def new_number(day: date) -> str:
    """A number for an arrival on `day`; the caller tries again if it is taken."""
    body = f"{fiscal_year(day) - REIWA_BEFORE:02}{secrets.randbelow(10**9):09}"
    return body + verhoeff.calc_check_digit(body)


def parse_number(text: str) -> str | None:
    """The number in what somebody typed or read out, whatever its width and hyphens; None if it cannot be one."""
    digits = half_width(text).replace("-", "")
    is_number = len(digits) == LENGTH and digits.isascii() and digits.isdigit() and verhoeff.is_valid(digits)
    return digits if is_number else None


def new_reference() -> str:
    """The secret part of a case's addresses: 96 random bits."""
    return secrets.token_urlsafe(12).replace("_", "0").replace("-", "1")
