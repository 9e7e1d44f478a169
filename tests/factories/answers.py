"""Invents answers that a form accepts: its rules, limits, groups and rows that follow others included.

It begins with a sample of every question and mends, one answer at a time, whatever the form finds wrong, with values
that the rules themselves speak of.
"""

import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from procedure_pages.samples import sample
from submissions.schema import Field, FormSchema, Rule
from submissions.schema.evaluation import Area, Circumstances, Evaluation
from submissions.schema.expressions import evaluate, keys_in, number_text
from submissions.schema.kinds import KINDS, GroupKind
from submissions.schema.paths import holder_of
from submissions.schema.validation import check

TURNS = 60
DAYS = (-9000, -3650, -365, -31, -8, -1, 0, 1, 8, 15, 31, 61, 91, 365, 730)
"""From today."""
TIMES = ("09:00", "12:00", "17:00", "20:00", "21:00", "23:00")
NUMBERS = (0, 1, 2, 10, 100, 1000, 100_000, 10_000_000)
PLACES = {"prefecture": "大阪府", "postal_code": "540-0008", "street": "1-2-3", "building": ""}
CITIES = ("大阪市中央区", "吹田市", "能勢町", "青葉市")
Answers = dict[str, Any]


class UnmendedError(AssertionError):
    """The form still finds something wrong."""


def valid_answers(schema: FormSchema, circumstances: Circumstances) -> Answers:
    """Raw answers with which the form can be sent, the same ones each time."""
    answers, chance = first_answers(schema.fields), random.Random(0)
    for _turn in range(TURNS):
        evaluation = grown(schema, answers, circumstances)
        faults = check(evaluation)[1]
        if not faults:
            return dict(evaluation.form.raw)
        tried = list(changes(evaluation, faults))
        chance.shuffle(tried)
        answers = min(tried, key=lambda changed: cost(grown(schema, changed, circumstances)), default={})
    raise UnmendedError(faults)


def first_answers(fields: tuple[Field, ...] | Iterator[Field]) -> Answers:
    found = {field.key: sample(field) for field in fields if is_answered(field)}
    return {key: raw for key, raw in found.items() if raw is not None}


def is_answered(field: Field) -> bool:
    """Not what the form works out, nor rows that follow another list."""
    kind = KINDS[field.kind]
    return kind.has_answer and kind.is_typed and "follows" not in field.options


def grown(schema: FormSchema, answers: Answers, circumstances: Circumstances) -> Evaluation:
    """With sample answers in the rows that follow another list. Such a list may follow another in turn."""
    following = [place.field for place in schema.index.values() if "follows" in place.field.options]
    answers = deepcopy(answers)
    for group in following:
        for area in Evaluation(schema, answers, circumstances).areas_of(group.key):
            known = {row["id"]: row for row in area.raw.get(group.key) or ()}
            assert isinstance(area.raw, dict)
            area.raw[group.key] = [
                known.get(leader) or {"id": leader, **first_answers(group.fields)} for leader in area.leaders(group)
            ]
    return Evaluation(schema, answers, circumstances)


def cost(evaluation: Evaluation) -> int:
    return sum(map(len, check(evaluation)[1].values()))


def changes(evaluation: Evaluation, faults: dict[str, list[str]]) -> Iterator[Answers]:
    """The answers with one of them changed, of those that the faults are about."""
    for key, rules in sorted(involved(evaluation.schema, faults).items()):
        field = evaluation.schema.index[key].field
        for area in evaluation.areas_of(key) if is_answered(field) else ():
            for value in candidates(area, field, rules):
                changed = deepcopy(dict(evaluation.form.raw))
                found = holder_of(changed, f"{area.prefix}{key}")
                if found is not None:
                    found[0][key] = value
                    yield changed


def involved(schema: FormSchema, faults: dict[str, list[str]]) -> dict[str, list[Rule]]:
    """The questions that may be to blame, each with the rules that speak of it."""
    found: dict[str, list[Rule]] = {}
    for path in faults:
        key = path.rpartition(".")[2]
        rules = [rule for rule in schema.rules if rule.effect in ("limit", "stop") and key in keys_of(rule)]
        found.setdefault(key, [])
        for rule in rules:
            for named in reached(schema, keys_of(rule)):
                found.setdefault(named, []).append(rule)
    return {key: rules for key, rules in found.items() if key in schema.index}


def keys_of(rule: Rule) -> set[str]:
    return {*rule.targets, *keys_in(rule.when), *keys_in(rule.check)}


def reached(schema: FormSchema, keys: set[str]) -> set[str]:
    """`keys`, and what the calculated ones among them are worked out from."""
    expressions = [schema.index[key].field.options.get("expression") for key in keys if key in schema.index]
    deeper = {key for expression in expressions for key in keys_in(expression)}
    return keys if deeper <= keys else reached(schema, keys | deeper)


def candidates(area: Area, field: Field, rules: list[Rule]) -> Iterator[Any]:
    """Values to try: of its kind, and those that the rules compare it with."""
    kind = KINDS[field.kind]
    keys = [choice.key for choice in kind.choices(field)]
    if isinstance(kind, GroupKind):
        rows = area.raw.get(field.key) or []
        yield from ([*rows, {"id": f"more{len(rows)}", **first_answers(field.fields)}], rows[:-1])
    elif field.kind == "checkboxes":
        yield from ([key] for key in keys)
        yield from ([*(area.raw.get(field.key) or ()), key] for key in keys)
        yield keys
    elif keys:
        yield from keys
    else:
        yield from typed(area, field, [value for rule in rules for value in values_in(rule, area)])
    yield sample(field)
    if not field.required:
        yield None


def typed(area: Area, field: Field, compared: list[Any]) -> Iterator[Any]:
    """Of a question without answers to choose from; `compared` are the values in rules about it."""
    texts = [value for value in compared if isinstance(value, str)]
    today = date.fromisoformat(area.today)
    days = [*(today + timedelta(days=count) for count in DAYS), *near(texts)]
    if field.kind in ("integer", "money", "decimal"):
        places = 2 if field.kind == "decimal" else 0
        near_by = [value + step for value in compared if isinstance(value, Fraction) for step in (-1, 0, 1)]
        yield from (number_text(number, places) for number in (*near_by, *map(Fraction, NUMBERS)))
    elif field.kind == "date":
        yield from (day.isoformat() for day in days)
    elif field.kind == "month":
        yield from (day.isoformat()[:7] for day in days)
    elif field.kind == "period":
        lasting = [(first, first + timedelta(days=more)) for first in days for more in (0, 6, 29)]
        yield from ({"from": first.isoformat(), "to": last.isoformat()} for first, last in lasting)
    elif field.kind == "time":
        yield from (*TIMES, *texts)
    elif field.kind == "address":
        yield from ({**PLACES, "city": city} for city in (*CITIES, *texts))
    elif field.kind in ("text", "kana", "textarea", "code"):
        yield from texts


def near(texts: list[str]) -> Iterator[date]:
    for text in texts:
        try:
            yield from (date.fromisoformat(text) + timedelta(days=step) for step in (-1, 0, 1))
        except (ValueError, OverflowError):
            continue


def values_in(rule: Rule, area: Area) -> Iterator[Any]:
    """What every part of the rule's expressions comes to, as seen from `area`."""
    for expression in (rule.when, rule.check):
        yield from parts_of(expression, area)


def parts_of(expression: Any, area: Area) -> Iterator[Any]:
    yield evaluate(expression, area)
    if isinstance(expression, list):
        for part in expression[1:]:
            yield from parts_of(part, area)
