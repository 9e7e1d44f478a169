"""From words to a tree, by the usual precedence: or, and, comparison, sum, product, sign."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .errors import FormulaError
from .tokens import Token, tokens

LONGEST = 2000
DEEPEST = 30
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Node:
    """`kind` is ``number``, ``text``, ``name``, ``call`` or ``operation``."""

    kind: str
    text: str
    arguments: tuple["Node", ...] = field(default=())


def parse(formula: str) -> Node:
    if len(formula) > LONGEST:
        raise FormulaError(_("A formula may have %(limit)d characters at most.") % {"limit": LONGEST})
    parser = _Parser(tokens(formula))
    tree = parser.either()
    parser.expect("end", "")
    return tree


class _Parser:
    def __init__(self, words: list[Token]) -> None:
        self.words, self.position, self.depth = words, 0, 0

    @property
    def next(self) -> Token:
        return self.words[self.position]

    def take(self) -> Token:
        self.position += 1
        return self.words[self.position - 1]

    def is_operator(self, *operators: str) -> bool:
        return self.next.kind == "operator" and self.next.text in operators

    def expect(self, kind: str, text: str) -> None:
        if (self.next.kind, self.next.text) != (kind, text):
            raise FormulaError(self.unexpected(text))
        self.take()

    def unexpected(self, wanted: str) -> str:
        if self.next.kind == "end":
            return _("The formula ends too early.")
        if wanted:
            return _("“%(wanted)s” is missing before “%(found)s”.") % {"wanted": wanted, "found": self.next.text}
        return _("“%(found)s” is not expected here.") % {"found": self.next.text}

    def either(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(_("The formula is nested too deeply. Split it into several calculated values."))
        node = self.chain(("or",), lambda: self.chain(("and",), self.comparison))
        self.depth -= 1
        return node

    def chain(self, operators: tuple[str, ...], part: Any) -> Node:
        node = part()
        while self.is_operator(*operators):
            node = Node("operation", self.take().text, (node, part()))
        return node

    def comparison(self) -> Node:
        node = self.sum()
        if self.is_operator(*COMPARISONS):
            return Node("operation", self.take().text, (node, self.sum()))
        return node

    def sum(self) -> Node:
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.sign))

    def sign(self) -> Node:
        if self.is_operator("-"):
            self.take()
            return Node("operation", "-", (self.primary(),))
        return self.primary()

    def primary(self) -> Node:
        if self.is_operator("("):
            self.take()
            node = self.either()
            self.expect("operator", ")")
            return node
        if self.next.kind in ("end", "operator"):
            raise FormulaError(self.unexpected(""))
        word = self.take()
        if word.kind != "word":
            return Node(word.kind, word.text)
        return Node("call", word.text, self.arguments()) if self.is_operator("(") else Node("name", word.text)

    def arguments(self) -> tuple[Node, ...]:
        self.take()
        found: list[Node] = []
        while not self.is_operator(")"):
            found.append(self.either())
            if not self.is_operator(","):
                break
            self.take()
        self.expect("operator", ")")
        return tuple(found)
