from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any, Protocol

from . import dates
from .arithmetic import ARITHMETIC
from .comparison import COMPARISONS, equal, part_of
from .tables import Table, look_up
from .values import Operand, is_empty, operand

Expression = Any
DEEPEST = 40


class Scope(Protocol):
    """Where an expression finds answers. A row of a group is a scope inside the scope of the form."""

    today: str
    applicant: str

    @property
    def tables(self) -> Mapping[str, Table]: ...

    def answer(self, key: str) -> Operand:
        """What was answered there; None where the question is hidden or not in reach."""

    def rows(self, group: str) -> "Sequence[Scope]": ...


def evaluate(expression: Expression, scope: Scope, depth: int = 0) -> Operand:
    """The value of a well-formed expression (`faults_of`); None for one that lies too deep."""
    if not isinstance(expression, list):
        return operand(expression)
    if depth > DEEPEST:
        return None
    name, *arguments = expression
    if name in SPECIAL:
        return SPECIAL[name](scope, arguments, depth + 1)
    return PLAIN[name](*(evaluate(argument, scope, depth + 1) for argument in arguments))


def _all(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    return all(evaluate(argument, scope, depth) is True for argument in arguments)


def _any(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    return any(evaluate(argument, scope, depth) is True for argument in arguments)


def _if(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    condition, then, otherwise = arguments
    return evaluate(then if evaluate(condition, scope, depth) is True else otherwise, scope, depth)


def _default(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    value = evaluate(arguments[0], scope, depth)
    return evaluate(arguments[1], scope, depth) if is_empty(value) else value


def _of_rows(scope: Scope, group: str, expression: Expression, depth: int) -> list[Operand]:
    return [evaluate(expression, row, depth) for row in scope.rows(group)]


def _numbers(scope: Scope, arguments: list[Expression], depth: int) -> list[Fraction]:
    found = _of_rows(scope, arguments[0], arguments[1], depth)
    return [value for value in found if isinstance(value, Fraction)]


def _sum(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    return sum(_numbers(scope, arguments, depth), Fraction(0))


def _lowest(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    return min(_numbers(scope, arguments, depth), default=None)


def _highest(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    return max(_numbers(scope, arguments, depth), default=None)


def _count(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    group, condition = (*arguments, True)[:2]
    return Fraction(sum(value is True for value in _of_rows(scope, group, condition, depth)))


def _some(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    return any(value is True for value in _of_rows(scope, arguments[0], arguments[1], depth))


def _every(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    """True where there is no row, too."""
    return all(value is True for value in _of_rows(scope, arguments[0], arguments[1], depth))


def _distinct(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    """No two rows have the same; rows without an answer do not count."""
    found = [value for value in _of_rows(scope, arguments[0], arguments[1], depth) if not is_empty(value)]
    return not any(equal(one, other) for one, other in combinations(found, 2))


def _apart(scope: Scope, arguments: list[Expression], depth: int) -> bool:
    """No two periods have a day in common."""
    found = _of_rows(scope, arguments[0], arguments[1], depth)
    ends = sorted((part_of(value, "from"), part_of(value, "to")) for value in found if _is_period(value))
    return all(earlier[1] < later[0] for earlier, later in pairwise(ends))


def _is_period(value: Operand) -> bool:
    return isinstance(part_of(value, "from"), str) and isinstance(part_of(value, "to"), str)


def _lookup(scope: Scope, arguments: list[Expression], depth: int) -> Operand:
    name, on, *keys = arguments
    table, day = scope.tables.get(name), evaluate(on, scope, depth) if on is not None else scope.today
    if table is None or not isinstance(day, str):
        return None
    return look_up(table, [evaluate(key, scope, depth) for key in keys], day)


SPECIAL: dict[str, Callable[[Scope, list[Expression], int], Operand]] = {
    "all": _all,
    "any": _any,
    "if": _if,
    "default": _default,
    "get": lambda scope, arguments, _depth: operand(scope.answer(arguments[0])),
    "sum": _sum,
    "lowest": _lowest,
    "highest": _highest,
    "count": _count,
    "some": _some,
    "every": _every,
    "distinct": _distinct,
    "apart": _apart,
    "lookup": _lookup,
    "today": lambda scope, _arguments, _depth: scope.today,
    "applicant": lambda scope, _arguments, _depth: scope.applicant,
}
"""Operations that look at answers, or do not look at all their arguments."""

PLAIN: dict[str, Callable[..., Operand]] = {
    **ARITHMETIC,
    **COMPARISONS,
    "days": dates.days_between,
    "age": dates.age,
    "add_days": dates.add_days,
    "add_months": dates.add_months,
    "months": dates.months_between,
    "hours": dates.hours_between,
}
