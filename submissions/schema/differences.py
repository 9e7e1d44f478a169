"""What differs between two forms, in words: for authors before they publish, for people who fill in the older one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from ..enums import Change
from .rule_words import EFFECTS, expression_in_words, rule_in_words, targets_in_words
from .types import Choice, Field, FormSchema, Handling, Step
from .words import INTERNAL, PROMISES, SETTINGS, in_words

COMPARED = (
    "label",
    "kind",
    "required",
    "help_text",
    "example",
    "sensitive",
    "alias",
    "prefill",
    "autocomplete",
    "reviewer_help",
)
DESCRIBED = ("kind", "required", "help_text")
"""What is said of a question that is new."""
WORKED_OUT = frozenset({"expression", "formula", "follows"})
"""Options that name other questions: told in the words of these."""
NAME_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is not as it was. Empty `before` or `after`: there was, or there is, none."""

    what: str
    before: str
    after: str
    is_internal: bool = False
    """Concerns the office only."""


@dataclass(frozen=True, slots=True)
class Difference:
    change: Change
    subject: str
    place: str
    """The step, and the group in it, where the subject stands; empty for a step."""
    details: tuple[Detail, ...] = ()

    @property
    def is_internal(self) -> bool:
        return bool(self.details) and all(detail.is_internal for detail in self.details)

    @property
    def for_applicants(self) -> tuple[Detail, ...]:
        return tuple(detail for detail in self.details if not detail.is_internal)


@dataclass(frozen=True, slots=True)
class _Placed:
    field: Field
    parent: str
    place: str


def differences(old: FormSchema, new: FormSchema) -> list[Difference]:
    """Steps, questions in the order of the new form, what is asked no more, new orders, then rules and tables."""
    before, after = _placed(old), _placed(new)
    return [
        *_steps(old, new),
        *(found for key, placed in after.items() if (found := _question(before.get(key), placed)) is not None),
        *(_removed(placed) for key, placed in before.items() if key not in after),
        *_orders(old, new),
        *_calculations(old, new),
        *_rules(old, new),
        *_tables(old, new),
    ]


def promised_differently(old: Handling, new: Handling) -> tuple[Detail, ...]:
    """What the office promises otherwise around the form."""
    names = [promise.name for promise in fields(Handling)]
    return _compared(names, vars_of(old, names), vars_of(new, names), words=PROMISES)


def vars_of(holder: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(holder, name) for name in names}


def _placed(schema: FormSchema) -> dict[str, _Placed]:
    return {
        placed.field.key: placed for step in schema.steps for placed in _placed_in(step.fields, step.key, step.title)
    }


def _placed_in(questions: tuple[Field, ...], parent: str, place: str) -> Iterator[_Placed]:
    for question in questions:
        yield _Placed(question, parent, place)
        yield from _placed_in(question.fields, question.key, f"{place} › {question.label}")


def _steps(old: FormSchema, new: FormSchema) -> Iterator[Difference]:
    before, after = {step.key: step for step in old.steps}, {step.key: step for step in new.steps}
    for key, step in after.items():
        if key not in before:
            yield Difference(Change.ADDED, _("Step “%(title)s”") % {"title": step.title}, "")
        elif details := _settings(before[key], step, ("title", "introduction")):
            yield Difference(Change.CHANGED, _("Step “%(title)s”") % {"title": step.title}, "", details)
    for key, step in before.items():
        if key not in after:
            yield Difference(Change.REMOVED, _("Step “%(title)s”") % {"title": step.title}, "")


def _question(before: _Placed | None, after: _Placed) -> Difference | None:
    name = _name(after.field)
    if before is None:
        return Difference(Change.ADDED, name, after.place, _description(after.field))
    details = (*_moved(before, after), *_asked_differently(before.field, after.field))
    return Difference(Change.CHANGED, name, after.place, details) if details else None


def _removed(placed: _Placed) -> Difference:
    return Difference(Change.REMOVED, _name(placed.field), placed.place)


def _moved(before: _Placed, after: _Placed) -> tuple[Detail, ...]:
    return (Detail(_("Place"), before.place, after.place),) if before.parent != after.parent else ()


def _asked_differently(old: Field, new: Field) -> tuple[Detail, ...]:
    options = [name for name in {**old.options, **new.options} if name not in WORKED_OUT]
    return (
        *_settings(old, new, COMPARED),
        *_choices(old.choices, new.choices),
        *_compared(options, old.options, new.options),
    )


def _description(question: Field) -> tuple[Detail, ...]:
    given = vars_of(question, DESCRIBED)
    options = {**given, "choices": "、".join(choice.label for choice in question.choices), **question.options}
    names = [name for name in options if name not in WORKED_OUT]
    return tuple(detail for detail in _compared(names, {}, options) if detail.after)


def _choices(old: tuple[Choice, ...], new: tuple[Choice, ...]) -> Iterator[Detail]:
    before, after = {choice.key: choice for choice in old}, {choice.key: choice for choice in new}
    for key, choice in after.items():
        if key not in before:
            yield Detail(_("New answer to choose"), "", choice.label)
        elif choice.label != before[key].label:
            yield Detail(_("Answer to choose"), before[key].label, choice.label)
        if key in before and choice.alias != before[key].alias:
            yield Detail(str(SETTINGS["alias"]), before[key].alias, choice.alias, is_internal=True)
    for key, choice in before.items():
        if key not in after:
            yield Detail(_("Answer no longer offered"), choice.label, "")
    yield from _order(_("Order of the answers"), _names(old), _names(new))


def _orders(old: FormSchema, new: FormSchema) -> Iterator[Difference]:
    details = tuple(_order(_("Order of the steps"), _names(old.steps), _names(new.steps)))
    if details:
        yield Difference(Change.CHANGED, _("The form"), "", details)
    before = {step.key: step for step in old.steps}
    for step in new.steps:
        earlier = before.get(step.key, step)
        details = tuple(_order(_("Order of the questions"), _names(earlier.fields), _names(step.fields)))
        if details:
            yield Difference(Change.CHANGED, _("Step “%(title)s”") % {"title": step.title}, "", details)


def _calculations(old: FormSchema, new: FormSchema) -> Iterator[Difference]:
    """Questions that both forms have and that work out something else, or follow another list."""
    before, after = _placed(old), _placed(new)
    for key, placed in after.items():
        if key not in before:
            continue
        was, now = _worked_out(before[key].field, old), _worked_out(placed.field, new)
        details = tuple(Detail(what, was[what], now[what]) for what in now if was[what] != now[what])
        if details:
            yield Difference(Change.CHANGED, _name(placed.field), placed.place, details)


def _worked_out(question: Field, schema: FormSchema) -> dict[str, str]:
    expression, follows = question.options.get("expression"), question.options.get("follows")
    leader = schema.field(follows) if follows else None
    return {
        str(EFFECTS["set"]): "" if expression is None else expression_in_words(expression, schema),
        _("Entries follow"): _name(leader) if leader else "",
    }


def _rules(old: FormSchema, new: FormSchema) -> Iterator[Difference]:
    """Rules have no names: one that went and one that came, of the same effect on the same targets, is one changed."""
    before, after = _ruled(old), _ruled(new)
    for (effect, targets), said in after.items():
        gone = [words for words in before.get((effect, targets), []) if words not in said]
        come = [words for words in said if words not in before.get((effect, targets), [])]
        yield from _rule_changes(effect, targets, gone, come)
    for (effect, targets), said in before.items():
        if (effect, targets) not in after:
            yield from _rule_changes(effect, targets, said, [])


def _rule_changes(effect: str, targets: str, gone: list[str], come: list[str]) -> Iterator[Difference]:
    what, subject = str(EFFECTS.get(effect, effect)), _("Rule for %(targets)s") % {"targets": targets}
    for index in range(max(len(gone), len(come))):
        before, after = "".join(gone[index : index + 1]), "".join(come[index : index + 1])
        change = Change.CHANGED if before and after else Change.ADDED if after else Change.REMOVED
        yield Difference(change, subject, "", (Detail(what, before, after),))


def _ruled(schema: FormSchema) -> dict[tuple[str, str], list[str]]:
    """What the rules say, by effect and targets."""
    found: dict[tuple[str, str], list[str]] = {}
    for rule in schema.rules:
        found.setdefault((rule.effect, targets_in_words(rule, schema)), []).append(rule_in_words(rule, schema))
    return found


def _tables(old: FormSchema, new: FormSchema) -> Iterator[Difference]:
    for name in sorted({**old.tables, **new.tables}):
        before, after = old.tables.get(name), new.tables.get(name)
        if before != after:
            change = Change.ADDED if before is None else Change.REMOVED if after is None else Change.CHANGED
            yield Difference(change, _("Look-up table “%(name)s”") % {"name": name}, "")


def _order(what: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Detail]:
    """Whether what both have stands in another order; told with the words of the new one."""
    before, after = [key for key in old if key in new], [key for key in new if key in old]
    if before != after:
        yield Detail(what, "、".join(new[key] for key in before), "、".join(new[key] for key in after))


def _names(items: Sequence[Step | Field | Choice]) -> dict[str, str]:
    return {item.key: item.title if isinstance(item, Step) else _short(item.label) for item in items}


def _settings(old: Step | Field, new: Step | Field, names: Sequence[str]) -> tuple[Detail, ...]:
    return _compared(names, vars_of(old, names), vars_of(new, names))


def _compared(
    names: Iterable[str], old: dict[str, Any], new: dict[str, Any], *, words: dict[str, Any] = SETTINGS
) -> tuple[Detail, ...]:
    return tuple(
        Detail(
            str(words.get(name, name)),
            in_words(name, old.get(name)),
            in_words(name, new.get(name)),
            is_internal=name in INTERNAL,
        )
        for name in names
        if old.get(name) != new.get(name)
    )


def _name(question: Field) -> str:
    """A note without a title is known by what it says."""
    return f"「{_short(question.label or question.help_text)}」"


def _short(words: str) -> str:
    return words if len(words) <= NAME_AT_MOST else f"{words[: NAME_AT_MOST - 1]}…"
