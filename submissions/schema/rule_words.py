"""Rules and calculations in words: for somebody who compares two forms, not for a program."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from .types import FormSchema, Rule
from .words import APPLICANTS

EFFECTS: dict[str, Promise] = {
    "show": gettext_lazy("Is asked only if"),
    "require": gettext_lazy("Must be answered if"),
    "limit": gettext_lazy("What the answer must satisfy"),
    "warn": gettext_lazy("Warning"),
    "stop": gettext_lazy("Ends the application"),
    "skip": gettext_lazy("Is skipped if"),
    "set": gettext_lazy("How it is worked out"),
}
SIGNS = {"=": "＝", "!=": "≠", "<": "＜", "<=": "≦", ">": "＞", ">=": "≧", "+": "＋", "-": "－", "*": "×", "/": "÷"}
FUNCTIONS: dict[str, Promise] = {
    "sum": pgettext_lazy("formula", "sum"),
    "count": pgettext_lazy("formula", "number"),
    "some": pgettext_lazy("formula", "one of them"),
    "every": pgettext_lazy("formula", "all of them"),
    "lowest": pgettext_lazy("formula", "lowest"),
    "highest": pgettext_lazy("formula", "highest"),
    "contains": pgettext_lazy("formula", "contains"),
    "starts": pgettext_lazy("formula", "begins with"),
    "empty": pgettext_lazy("formula", "is not answered"),
    "not": pgettext_lazy("formula", "not"),
    "if": pgettext_lazy("formula", "if"),
    "lookup": pgettext_lazy("formula", "from the table"),
    "days": pgettext_lazy("formula", "days between"),
    "age": pgettext_lazy("formula", "age"),
}
"""Others stand under their own names."""


def rule_in_words(rule: Rule, schema: FormSchema) -> str:
    """When it holds, what it checks or sets, what it says."""
    parts = [] if rule.when is True else [expression_in_words(rule.when, schema)]
    parts += [] if rule.check is True else [expression_in_words(rule.check, schema)]
    parts += [] if rule.value is None else [expression_in_words(rule.value, schema)]
    said = "".join(f"「{words}」" for words in (rule.title, rule.message) if words)
    return " → ".join(part for part in (*parts, said) if part) or _("always")


def targets_in_words(rule: Rule, schema: FormSchema) -> str:
    return "、".join(_target(target, schema) for target in rule.targets) or _("The form")


def expression_in_words(expression: Any, schema: FormSchema) -> str:
    if not isinstance(expression, list):
        return _constant(expression, schema)
    name, *arguments = expression
    if name in SPECIAL:
        return SPECIAL[name](arguments, schema)
    words = [expression_in_words(argument, schema) for argument in arguments]
    if name in SIGNS and len(words) > 1:
        return f" {SIGNS[name]} ".join(words)
    return f"{FUNCTIONS.get(name, name)}（{'、'.join(words)}）"


def _joined(word: Promise) -> Callable[[list[Any], FormSchema], str]:
    """Conditions joined by `word`; brackets around those that are joined too."""

    def join(arguments: list[Any], schema: FormSchema) -> str:
        parts = [expression_in_words(argument, schema) for argument in arguments]
        is_mixed = [isinstance(argument, list) and argument[0] in ("all", "any") for argument in arguments]
        bracketed = [f"（{part}）" if mixed else part for part, mixed in zip(parts, is_mixed, strict=True)]
        return f" {word} ".join(bracketed)

    return join


def _answer(arguments: list[Any], schema: FormSchema) -> str:
    question = schema.field(str(arguments[0]))
    return f"「{question.label}」" if question else str(arguments[0])


def _over_rows(name: str) -> Callable[[list[Any], FormSchema], str]:
    """Functions whose first argument is the key of a group."""

    def words(arguments: list[Any], schema: FormSchema) -> str:
        inner = [expression_in_words(argument, schema) for argument in arguments[1:]]
        return f"{FUNCTIONS[name]}（{'、'.join([_answer(arguments, schema), *inner])}）"

    return words


SPECIAL: dict[str, Callable[[list[Any], FormSchema], str]] = {
    "all": _joined(pgettext_lazy("formula", "and")),
    "any": _joined(pgettext_lazy("formula", "or")),
    "get": _answer,
    "today": lambda arguments, schema: _("Today"),
    "applicant": lambda arguments, schema: _("Kind of applicant"),
    **{name: _over_rows(name) for name in ("sum", "count", "some", "every", "lowest", "highest")},
}


def _constant(value: Any, schema: FormSchema) -> str:
    """A key of an answer to choose is told by its words."""
    if value is None:
        return _("(none)")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    choices = (choice for place in schema.index.values() for choice in place.field.choices)
    chosen = next((choice.label for choice in choices if choice.key == value), None)
    return f"「{chosen}」" if chosen else str(APPLICANTS.get(value, value))


def _target(target: str, schema: FormSchema) -> str:
    """A question, a group, a step, or ``question:choice``."""
    key, _colon, choice = target.partition(":")
    question = schema.field(key)
    step = next((step for step in schema.steps if step.key == key), None)
    label = question.label if question else step.title if step else target
    return f"「{label}」：{question.choice_label(choice)}" if question and choice else f"「{label}」"
