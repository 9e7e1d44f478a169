"""Exact numbers. A null, or anything that is no number, makes the result null."""

import math
from collections.abc import Callable
from fractions import Fraction
from functools import wraps

from .values import Operand


def of_numbers(operation: Callable[..., Operand]) -> Callable[..., Operand]:
    @wraps(operation)
    def checked(*operands: Operand) -> Operand:
        return operation(*operands) if all(isinstance(value, Fraction) for value in operands) else None

    return checked


@of_numbers
def add(*numbers: Fraction) -> Fraction:
    return sum(numbers, Fraction(0))


@of_numbers
def subtract(first: Fraction, *others: Fraction) -> Fraction:
    """With one number, its negative."""
    return first - sum(others, Fraction(0)) if others else -first


@of_numbers
def multiply(*numbers: Fraction) -> Fraction:
    return math.prod(numbers, start=Fraction(1))


@of_numbers
def divide(number: Fraction, by: Fraction) -> Operand:
    return number / by if by else None


@of_numbers
def smallest(*numbers: Fraction) -> Fraction:
    return min(numbers)


@of_numbers
def largest(*numbers: Fraction) -> Fraction:
    return max(numbers)


@of_numbers
def floor(number: Fraction, unit: Fraction = Fraction(1)) -> Operand:
    """切捨て towards zero to a multiple of `unit`."""
    return _rounded(number, unit, math.floor)


@of_numbers
def ceiling(number: Fraction, unit: Fraction = Fraction(1)) -> Operand:
    """切上げ away from zero."""
    return _rounded(number, unit, math.ceil)


@of_numbers
def half_up(number: Fraction, unit: Fraction = Fraction(1)) -> Operand:
    """四捨五入: a half goes away from zero."""
    return _rounded(number, unit, lambda ratio: math.floor(ratio + Fraction(1, 2)))


def _rounded(number: Fraction, unit: Fraction, rounding: Callable[[Fraction], int]) -> Operand:
    if unit <= 0:
        return None
    size = rounding(abs(number) / unit) * unit
    return -size if number < 0 else size


ARITHMETIC: dict[str, Callable[..., Operand]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "min": smallest,
    "max": largest,
    "floor": floor,
    "ceil": ceiling,
    "round": half_up,
}
