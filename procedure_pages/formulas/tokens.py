"""Cuts a formula into words. Full width counts as half width, except inside names and texts."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.japanese.normalise import half_width

from .errors import FormulaError

PATTERN = re.compile(
    r"""\s*(?:
      (?P<number>[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]?)
    | "(?P<text>[^"]*)" | 「(?P<quote>[^」]*)」 | \{(?P<name>[^{}]+)\}
    | (?P<operator><=|>=|!=|<>|[-+*/=<>()≦≧≠×÷＋－＊／＝＜＞（）,、，−])
    | (?P<word>[^\W0-9０-９]\w*)
    )""",
    re.VERBOSE,
)
OPERATORS = {
    "≦": "<=",
    "≧": ">=",
    "≠": "!=",
    "<>": "!=",
    "×": "*",
    "÷": "/",
    "＋": "+",
    "－": "-",
    "−": "-",
    "＊": "*",
    "／": "/",
    "＝": "=",
    "＜": "<",
    "＞": ">",
    "（": "(",
    "）": ")",
    "、": ",",
    "，": ",",
}
WORDS = {"かつ": "and", "and": "and", "または": "or", "or": "or"}


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    """``number``, ``text``, ``name``, ``word``, ``operator`` or ``end``."""
    text: str


def tokens(formula: str) -> list[Token]:
    found, position = [], 0
    formula = formula.rstrip()
    while position < len(formula):
        match = PATTERN.match(formula, position)
        if match is None:
            raise FormulaError(_("This cannot be read: “%(rest)s”.") % {"rest": formula[position : position + 20]})
        found.append(_token(match))
        position = match.end()
    return [*found, Token("end", "")]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    text = match[kind]
    if kind == "number":
        return Token(kind, half_width(text))
    if kind == "operator":
        return Token(kind, OPERATORS.get(text, text))
    if kind == "word" and text in WORDS:
        return Token("operator", WORDS[text])
    return Token("text" if kind == "quote" else kind, text)
