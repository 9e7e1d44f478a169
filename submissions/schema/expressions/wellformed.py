"""Looks at an expression without evaluating it: what it names, and what is wrong with it."""

from collections.abc import Iterator
from typing import Any

from .evaluator import DEEPEST

ANY = (1, 99)
ARGUMENTS: dict[str, tuple[int, int]] = {
    "all": (0, 99),
    "any": (0, 99),
    "if": (3, 3),
    "default": (2, 2),
    "get": (1, 1),
    "sum": (2, 2),
    "lowest": (2, 2),
    "highest": (2, 2),
    "count": (1, 2),
    "some": (2, 2),
    "every": (2, 2),
    "distinct": (2, 2),
    "apart": (2, 2),
    "lookup": (3, 12),
    "today": (0, 0),
    "applicant": (0, 0),
    "+": ANY,
    "-": ANY,
    "*": ANY,
    "/": (2, 2),
    "min": ANY,
    "max": ANY,
    "floor": (1, 2),
    "ceil": (1, 2),
    "round": (1, 2),
    "=": (2, 2),
    "!=": (2, 2),
    "<": (2, 2),
    "<=": (2, 2),
    ">": (2, 2),
    ">=": (2, 2),
    "not": (1, 1),
    "empty": (1, 1),
    "contains": (2, 2),
    "starts": (2, 2),
    "part": (2, 2),
    "size": (1, 1),
    "number": (1, 1),
    "days": (2, 2),
    "age": (2, 2),
    "add_days": (2, 2),
    "add_months": (2, 2),
    "months": (2, 2),
    "hours": (2, 2),
    "join": ANY,
}
"""The fewest and the most arguments of each operation."""
OF_ROWS = ("sum", "lowest", "highest", "count", "some", "every", "distinct", "apart")
NAMES_FIRST = ("get", "lookup", *OF_ROWS)
"""Operations whose first argument is a name and no expression."""


def faults_of(expression: Any, depth: int = 0) -> list[str]:
    """In English, for programmers: an expression comes from the compiler or an import, never from an applicant."""
    if expression is None or isinstance(expression, str | bool | int):
        return []
    if depth > DEEPEST:
        return ["The expression is nested too deeply."]
    if not isinstance(expression, list) or not expression or expression[0] not in ARGUMENTS:
        return [f"Not an expression: {expression!r:.80}"]
    name, *arguments = expression
    fewest, most = ARGUMENTS[name]
    if not fewest <= len(arguments) <= most:
        return [f"“{name}” takes {fewest} to {most} arguments, not {len(arguments)}."]
    if name in NAMES_FIRST and not isinstance(arguments[0], str):
        return [f"“{name}” begins with a name."]
    rest = arguments[1:] if name in NAMES_FIRST else arguments
    return [fault for argument in rest for fault in faults_of(argument, depth + 1)]


def tables_named(expression: Any) -> Iterator[str]:
    """The look-up tables that an expression reads."""
    if isinstance(expression, list) and expression:
        if expression[0] == "lookup":
            yield expression[1]
        for argument in expression[1:]:
            yield from tables_named(argument)


def keys_in(expression: Any) -> Iterator[str]:
    """The keys of all questions and groups that an expression looks at."""
    if isinstance(expression, list) and expression:
        name, *arguments = expression
        if name == "get" or name in OF_ROWS:
            yield arguments[0]
        for argument in arguments:
            yield from keys_in(argument)
