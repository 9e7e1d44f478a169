"""Rules and calculations that cannot do what their author means, found before anybody meets them."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from submissions.schema import FormSchema, Rule
from submissions.schema.expressions import keys_in
from submissions.schema.kinds import KINDS

from .compiler import Compiled
from .rules import Fault


def rule_faults(compiled: Compiled) -> Iterator[Fault]:
    schema = compiled.schema
    for place, names in circles(schema):
        yield Fault(place, _("These depend on each other in a circle: %(names)s.") % {"names": " → ".join(names)})
    for place, rule in zip(compiled.rule_places, schema.rules, strict=True):
        for message in (*_of_targets(schema, rule), *_of_conditions(schema, rule)):
            yield Fault(place, message)


def _of_targets(schema: FormSchema, rule: Rule) -> Iterator[str]:
    for target in rule.targets:
        place = schema.index.get(target.partition(":")[0])
        if place is None:
            continue
        kind, words = KINDS[place.field.kind], {"label": place.field.label}
        if rule.effect == "set" and place.field.kind != "calculated":
            yield _("“%(label)s” is not a calculated value, so no rule can work it out.") % words
        if rule.effect == "require" and (not kind.is_typed or ":" in target):
            yield _("“%(label)s” takes no answer that could be required.") % words
        if rule.effect in ("limit", "warn") and not kind.has_answer:
            yield _("“%(label)s” takes no answer.") % words


def _of_conditions(schema: FormSchema, rule: Rule) -> Iterator[str]:
    if is_never_true(rule.when):
        yield _("The conditions of this rule contradict each other: it can never hold.")
    if rule.effect == "skip" and rule.when is True:
        for key in rule.targets:
            place = schema.index.get(key)
            if place and place.field.required:
                yield _("“%(label)s” is required, but this rule always leaves it out.") % {"label": place.field.label}


def is_never_true(condition: Any) -> bool:
    """Whether conditions that must all hold ask two different things of one answer. Finds plain cases, not all."""
    if condition is False:
        return True
    if not isinstance(condition, list):
        return False
    operation, *parts = condition
    if operation == "any":
        return all(map(is_never_true, parts))
    if operation != "all":
        return False
    return any(map(is_never_true, parts)) or any(_contradict(one, other) for one in parts for other in parts)


def _contradict(one: Any, other: Any) -> bool:
    if not (_is_plain(one) and _is_plain(other)) or one[1] != other[1]:
        return False
    (first, _answer, value), (second, _same, limit) = one, other
    if first == "=" and second in ("=", "!="):
        return bool((value == limit) != (second == "="))
    if type(value) is not type(limit):
        return False
    if first == "=":
        holds = {"<": value < limit, ">": value > limit, "<=": value <= limit, ">=": value >= limit}
        return not holds[second]
    if first in (">", ">=") and second in ("<", "<="):
        return bool(value > limit or (value == limit and (first, second) != (">=", "<=")))
    return False


def _is_plain(condition: Any) -> bool:
    """One answer of a question with one value, compared with a literal."""
    is_comparison = isinstance(condition, list) and condition[0] in ("=", "!=", "<", ">", "<=", ">=")
    return is_comparison and isinstance(condition[2], str | int)


def circles(schema: FormSchema) -> list[tuple[str, list[str]]]:
    """Circles in what depends on what: the key where each was found, and its questions in words."""
    needs = dependencies(schema)
    found: list[list[str]] = []
    done: set[str] = set()
    for start in needs:
        _follow(start, needs, [], done, found)
    return [(circle[0], [_words(schema, key) for key in circle]) for circle in found]


def dependencies(schema: FormSchema) -> dict[str, set[str]]:
    """For each key the keys that must be known to say whether it is shown, or what it is worked out to be.

    Blocks that were never saved have no key yet: nothing can name them.
    """
    needs: dict[str, set[str]] = {}
    for key, place in schema.index.items():
        needs[key] = {place.step.key, *place.groups[-1:], *keys_in(place.field.options.get("expression"))} - {""}
        needs[key] |= {place.field.options["follows"]} if "follows" in place.field.options else set()
    for rule in schema.rules:
        if rule.effect in ("show", "skip", "set"):
            for target in rule.targets:
                needs.setdefault(target.partition(":")[0], set()).update(keys_in(rule.when), keys_in(rule.value))
    return needs


def _follow(key: str, needs: dict[str, set[str]], path: list[str], done: set[str], found: list[list[str]]) -> None:
    if key in path:
        found.append([*path[path.index(key) :], key])
    elif key not in done:
        for needed in sorted(needs.get(key, ())):
            _follow(needed, needs, [*path, key], done, found)
        done.add(key)


def _words(schema: FormSchema, key: str) -> str:
    place = schema.index.get(key)
    step = next((step.title for step in schema.steps if step.key == key), key)
    return place.field.label if place else step
