"""Comparisons. What is empty compares with nothing: every one of them is then false."""

from collections.abc import Callable
from fractions import Fraction

from .values import Operand, is_empty, parse_number


def equal(one: Operand, other: Operand) -> bool:
    if is_empty(one) or is_empty(other):
        return one is False and other is False
    return type(one) is type(other) and bool(one == other)


def different(one: Operand, other: Operand) -> bool:
    return not is_empty(one) and not is_empty(other) and not equal(one, other)


def less(one: Operand, other: Operand) -> bool:
    """Numbers by size, texts (and so dates and times) by their characters."""
    return type(one) is type(other) and isinstance(one, Fraction | str) and not is_empty(one) and one < other


def less_or_equal(one: Operand, other: Operand) -> bool:
    return less(one, other) or (equal(one, other) and isinstance(one, Fraction | str))


def contains(whole: Operand, part: Operand) -> bool:
    """A list has the choice, a text the words."""
    return isinstance(whole, list | str) and isinstance(part, str) and part != "" and part in whole


def starts(whole: Operand, part: Operand) -> bool:
    return isinstance(whole, str) and isinstance(part, str) and part != "" and whole.startswith(part)


def part_of(compound: Operand, name: Operand) -> Operand:
    """The town of an address, the first day of a period."""
    found = compound.get(name) if isinstance(compound, dict) else None
    return found if isinstance(found, str) else None


def size(value: Operand) -> Operand:
    """How many were chosen."""
    return Fraction(len(value)) if isinstance(value, list) else Fraction(0)


def join(*parts: Operand) -> Operand:
    """One text of several; what is empty adds nothing, a whole number its digits. Null where nothing is left."""
    if not all(part is None or isinstance(part, str) or _is_integer(part) for part in parts):
        return None
    return "".join(str(part) for part in parts if part is not None) or None


def _is_integer(part: Operand) -> bool:
    return isinstance(part, Fraction) and part.denominator == 1


def number(text: Operand) -> Operand:
    """A literal with decimals, which JSON would make inexact."""
    return parse_number(text) if isinstance(text, str) else None


COMPARISONS: dict[str, Callable[..., Operand]] = {
    "=": equal,
    "!=": different,
    "<": less,
    "<=": less_or_equal,
    ">": lambda one, other: less(other, one),
    ">=": lambda one, other: less_or_equal(other, one),
    "not": lambda condition: condition is not True,
    "empty": is_empty,
    "contains": contains,
    "starts": starts,
    "part": part_of,
    "size": size,
    "join": join,
    "number": number,
}
