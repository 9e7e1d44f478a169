"""What a clerk types into the search box: a number as it was read out, part of one, or a name in any script."""

from django.db.models import Q

from accounts.japanese.normalise import half_width, search_key

from ..numbers import parse_number

FEWEST_DIGITS = 3


def cases_matching(text: str) -> Q:
    """Cases whose number, or whose applicant's name or kana, is or contains `text`, whatever its width and hyphens."""
    number = parse_number(text)
    if number:
        return Q(number=number)
    condition = Q(search_key__contains=search_key(text))
    digits = half_width(text).replace("-", "")
    if len(digits) >= FEWEST_DIGITS and digits.isascii() and digits.isdigit():
        condition |= Q(number__contains=digits)
    return condition
