"""From the tree of a formula to an expression: names become keys, the words of answers become choices."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from submissions.schema.expressions import faults_of
from submissions.schema.kinds import KINDS
from submissions.schema.types import Place

from .errors import FormulaError
from .functions import APPLICANT, BUSINESS, DATED_LOOKUPS, LOOKUPS, OF_VALUES, PARTS, PLAIN, ROWS, TODAY
from .literals import as_operand
from .names import Names
from .parser import Node, parse

Scope = tuple[str, ...]
"""The groups whose row is at hand, from the outermost."""


def compile_formula(formula: str, names: Names, scope: Scope = (), *, tables: Callable[[str], bool]) -> Any:
    """The expression of `formula`; FormulaError says why there is none. `tables`: whether a table of a name exists."""
    expression = _Resolver(names, tables).node(parse(formula), scope)
    if faults := faults_of(expression):
        raise FormulaError(_("A function has too few or too many values.") + f" ({faults[0]})")
    return expression


class _Resolver:
    def __init__(self, names: Names, tables: Callable[[str], bool]) -> None:
        self.names, self.tables = names, tables

    def node(self, node: Node, scope: Scope) -> Any:
        return getattr(self, node.kind)(node, scope)

    def number(self, node: Node, scope: Scope) -> Any:
        digits = node.text.removesuffix("%")
        value = ["number", digits] if "." in digits else int(digits)
        return ["/", value, 100] if node.text.endswith("%") else value

    def text(self, node: Node, scope: Scope) -> Any:
        return node.text

    def name(self, node: Node, scope: Scope) -> Any:
        if node.text in TODAY:
            return ["today"]
        if node.text in APPLICANT:
            return ["applicant"]
        return reach(self.names.place(node.text), scope)

    def operation(self, node: Node, scope: Scope) -> Any:
        if node.text in ("and", "or"):
            return ["all" if node.text == "and" else "any", *(self.node(part, scope) for part in node.arguments)]
        return [node.text, *self.compared(node.arguments, scope)]

    def call(self, node: Node, scope: Scope) -> Any:
        name, arguments = node.text, node.arguments
        if name in ROWS:
            return self.rows(ROWS[name], arguments, scope)
        if name in LOOKUPS or name in DATED_LOOKUPS:
            return self.lookup(arguments, scope, is_dated=name in DATED_LOOKUPS)
        if name in PARTS and len(arguments) == 1:
            return ["part", self.node(arguments[0], scope), PARTS[name]]
        if name not in PLAIN:
            raise FormulaError(_("There is no function “%(name)s”.") % {"name": name})
        if PLAIN[name] in ("contains", "starts"):
            return [PLAIN[name], *self.compared(arguments, scope)]
        return [PLAIN[name], *(self.node(argument, scope) for argument in arguments)]

    def compared(self, arguments: tuple[Node, ...], scope: Scope) -> list[Any]:
        """Texts beside a question are its answers, as they are written."""
        place = next((self.names.place(node.text) for node in arguments if self.is_question(node)), None)
        is_applicant = any(node.kind == "name" and node.text in APPLICANT for node in arguments)
        found = []
        for node in arguments:
            if node.kind == "text" and place is not None:
                found.append(as_operand(place.field, node.text))
            elif node.kind == "text" and is_applicant:
                found.append(BUSINESS.get(node.text, node.text))
            else:
                found.append(self.node(node, scope))
        return found

    def is_question(self, node: Node) -> bool:
        return node.kind == "name" and node.text not in (*TODAY, *APPLICANT)

    def rows(self, operation: str, arguments: tuple[Node, ...], scope: Scope) -> Any:
        if not arguments:
            raise FormulaError(_("A function has too few or too many values."))
        group, rest = self.group_of(arguments, scope)
        if group is None and operation in OF_VALUES:
            return [OF_VALUES[operation], *(self.node(argument, scope) for argument in arguments)]
        if group is None:
            raise FormulaError(_("Name a repeating group, or a question in one, to count or add up."))
        inner = (*group.groups, group.field.key)
        return [operation, group.field.key, *(self.node(argument, inner) for argument in rest)]

    def group_of(self, arguments: tuple[Node, ...], scope: Scope) -> tuple[Place | None, tuple[Node, ...]]:
        """The group to go through, and what is left to do for each row."""
        first = arguments[0]
        if self.is_question(first):
            place = self.names.place(first.text)
            if KINDS[place.field.kind].has_rows:
                return place, arguments[1:]
        for name in questions_in(first):
            if name in TODAY or name in APPLICANT:
                continue
            groups = self.names.place(name).groups
            if len(groups) > len(scope):
                return self.names.schema.index[groups[-1]], arguments
        return None, arguments

    def lookup(self, arguments: tuple[Node, ...], scope: Scope, *, is_dated: bool) -> Any:
        fewest = 3 if is_dated else 2
        if len(arguments) < fewest or arguments[0].kind not in ("text", "name"):
            raise FormulaError(_("Name the look-up table first, then what to look up in it."))
        table = arguments[0].text
        if not self.tables(table):
            raise FormulaError(_("There is no look-up table “%(name)s”.") % {"name": table})
        day = self.node(arguments[1], scope) if is_dated else None
        keys = [self.key(node, scope) for node in arguments[fewest - 1 :]]
        return ["lookup", table, day, *keys]

    def key(self, node: Node, scope: Scope) -> Any:
        """A table is written in the aliases or words of answers, so a choice is looked up by these."""
        expression = self.node(node, scope)
        if self.is_question(node) and (choices := self.names.place(node.text).field.choices):
            words: Any = None
            for choice in reversed(choices):
                words = ["if", ["=", expression, choice.key], choice.alias or choice.label, words]
            return words
        return expression


def reach(place: Place, scope: Scope) -> Any:
    """The answer of a question, if it can be seen from `scope`."""
    if place.groups != scope[: len(place.groups)]:
        raise FormulaError(
            _("“%(label)s” is asked once for each entry of a group. Add up, count, or say “any” or “all”.")
            % {"label": place.field.label}
        )
    return ["get", place.field.key]


def questions_in(node: Node) -> Iterator[str]:
    if node.kind == "name":
        yield node.text
    for argument in node.arguments:
        yield from questions_in(argument)
