"""What a form asks of one applicant: rules and calculations applied to the answers given so far.

Everything is worked out when it is asked for, and once. A hidden question counts as not answered, so rules can build on
each other; a circle, which publishing refuses, ends in "shown" and "not answered". ``rules.js`` does the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError

from .expressions import Operand, evaluate, is_empty, keys_in, number_text, operand
from .kinds import KINDS
from .kinds.calculated import DATE, TEXT, CalculatedKind
from .rows import following_rows, has_given_rows, rows_of
from .types import Choice, Field, FormSchema, Rule, Step

UNDER_WAY = object()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What rules may look at beside the answers."""

    today: str
    """ISO date in Japanese time: of the filing for a filed round."""
    applicant: str
    """``individual`` or ``business``."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a rule, at the path of the question it is about (empty: about the form)."""

    path: str
    message: str
    title: str = ""


class Area:
    """The form itself, or one row of a group in it: where keys are looked up. A `Scope` for expressions."""

    def __init__(
        self,
        evaluation: "Evaluation",
        raw: Mapping[str, Any],
        *,
        prefix: str = "",
        group: str = "",
        title: str = "",
        parent: "Area | None" = None,
    ) -> None:
        """`title` says what the row of a following group stands for."""
        self.evaluation, self.raw, self.prefix, self.group, self.parent = evaluation, raw, prefix, group, parent
        self.title = title
        self.schema = evaluation.schema
        self.today, self.applicant = evaluation.circumstances.today, evaluation.circumstances.applicant
        self.tables = evaluation.schema.tables
        self._known: dict[tuple[str, str], Any] = {}

    def answer(self, key: str) -> Operand:
        place = self.schema.index.get(key)
        area = self.above(place.groups[-1] if place.groups else "") if place else None
        if place is None or area is None:
            return None
        value = area.value(place.field)
        return value if value is None else operand(KINDS[place.field.kind].operand(place.field, value))

    def above(self, group: str) -> "Area | None":
        """This area or the one around it that is a row of `group`; the form itself for an empty name."""
        area: Area | None = self
        while area is not None and area.group != group:
            area = area.parent
        return area

    def rows(self, group: str) -> "list[Area]":
        """The rows of a group that can be reached from here; none while it is hidden."""
        place = self.schema.index.get(group)
        area = self.above(place.groups[-1] if place.groups else "") if place else None
        if place is None or area is None or not area.is_shown(place.field):
            return []
        return area.all_rows(place.field)

    def all_rows(self, group: Field) -> "list[Area]":
        """The rows of a group of this area, hidden or not."""
        return list(self._once("rows", group.key, [], lambda: self._rows(group)))

    def value(self, field: Field) -> Any:
        """The canonical value; None where the question is hidden, or not answered in order."""
        return self._once("value", field.key, None, lambda: self._value(field) if self.is_shown(field) else None)

    def is_shown(self, field: Field) -> bool:
        if self.evaluation.is_static:
            return True
        return bool(self._once("shown", field.key, True, lambda: self._is_shown(field)))

    def is_required(self, field: Field) -> bool:
        rules = self.schema.rules_for.get(("require", field.key), ())
        return field.required or any(self.holds(rule.when) for rule in rules)

    def offered(self, field: Field) -> tuple[Choice, ...]:
        """The choices that may be chosen now."""
        if self.evaluation.is_static:
            return field.choices
        return tuple(choice for choice in field.choices if self._is_wanted(f"{field.key}:{choice.key}"))

    def as_asked(self, field: Field) -> Field:
        """`field` as it is asked here: required or not, with the choices offered."""
        choices, is_required = self.offered(field), self.is_required(field)
        if choices == field.choices and is_required == field.required:
            return field
        return replace(field, choices=choices, required=is_required)

    def holds(self, condition: Any) -> bool:
        return evaluate(condition, self) is True

    def sentences(self, effect: str, field: Field) -> list[str]:
        """What the rules of one effect, ``limit`` or ``warn``, say about a question that is shown."""
        rules = self.schema.rules_for.get((effect, field.key), ())
        return [rule.message for rule in rules if self._speaks(rule, field)]

    def _speaks(self, rule: Rule, field: Field) -> bool:
        """A limit says nothing about an empty answer; of a group it is asked whatever its rows are."""
        if rule.effect == "limit":
            is_answered = KINDS[field.kind].has_rows or not is_empty(self.answer(field.key))
            if not is_answered or self.holds(rule.check):
                return False
        return self.holds(rule.when)

    def _is_shown(self, field: Field) -> bool:
        if self.parent is None:
            place = self.schema.index.get(field.key)
            around = place is None or self.evaluation.is_step_shown(place.step)
        else:
            around = self.parent.is_shown(self.schema.index[self.group].field)
        return around and self._is_wanted(field.key)

    def _is_wanted(self, target: str) -> bool:
        """Shown if one of the rules that show it holds, or there is none; not if one that skips it holds."""
        showing, skipping = (self.schema.rules_for.get((effect, target), ()) for effect in ("show", "skip"))
        is_wanted = not showing or any(self.holds(rule.when) for rule in showing)
        return is_wanted and not any(self.holds(rule.when) for rule in skipping)

    def typed(self, field: Field) -> Any:
        """The canonical value of what was typed, whether the question is shown or not; None if it is not in order."""
        kind, raw = KINDS[field.kind], self.raw.get(field.key)
        if kind.has_rows:
            return [{"id": row.raw["id"], **row.all_typed(field.fields)} for row in self.all_rows(field)]
        if not kind.is_typed or kind.is_blank(raw):
            return None
        try:
            return kind.clean(field, raw)
        except ValidationError:
            return None

    def all_typed(self, fields: Iterable[Field]) -> dict[str, Any]:
        values = {field.key: self.typed(field) for field in fields}
        return {key: value for key, value in values.items() if value is not None}

    def _value(self, field: Field) -> Any:
        kind = KINDS[field.kind]
        if isinstance(kind, CalculatedKind):
            return self._calculated(kind, field)
        value = None if kind.has_rows else self.typed(field)
        return value if self._is_offered(field, value) else None

    def _is_offered(self, field: Field, value: Any) -> bool:
        """Whether every choice made may still be chosen."""
        if not field.choices or self.evaluation.is_static:
            return True
        chosen = value if isinstance(value, list) else [value]
        return {choice.key for choice in self.offered(field)}.issuperset(chosen)

    def _calculated(self, kind: CalculatedKind, field: Field) -> Any:
        rules = self.schema.rules_for.get(("set", field.key), ())
        expression = next((rule.value for rule in rules if self.holds(rule.when)), field.options.get("expression"))
        result, places = evaluate(expression, self), kind.places(field)
        if field.options.get("shown_as") in (DATE, TEXT):
            return result if isinstance(result, str) and result else None
        if not isinstance(result, Fraction):
            return None
        return number_text(result, places) if places else int(number_text(result))

    def _rows(self, group: Field) -> "list[Area]":
        titles: dict[str, str] = {}
        rows = rows_of(self.raw.get(group.key))
        if has_given_rows(group):
            titles = self.leaders(group)
            rows = following_rows(rows, titles)
        return [
            Area(
                self.evaluation,
                row,
                prefix=f"{self.prefix}{group.key}.{row['id']}.",
                group=group.key,
                title=titles.get(row["id"], ""),
                parent=self,
            )
            for row in rows
        ]

    def leaders(self, group: Field) -> dict[str, str]:
        """What a group has a row for, id -> words: rows of a table, choices made, rows of another group."""
        if group.kind == "table":
            return {row.key: row.label for row in group.choices}
        place = self.schema.index.get(group.options["follows"])
        if place is None:
            return {}
        if KINDS[place.field.kind].has_rows:
            return {
                str(row.raw["id"]): row.title or row.first_answer(place.field) for row in self.rows(place.field.key)
            }
        chosen = self.answer(place.field.key)
        keys = chosen if isinstance(chosen, list) else [chosen] if isinstance(chosen, str) else []
        return {key: place.field.choice_label(key) for key in keys}

    def first_answer(self, group: Field) -> str:
        for column in group.fields:
            value = self.value(column) if KINDS[column.kind].has_answer else None
            if value is not None:
                return KINDS[column.kind].display(column, value)
        return ""

    def _once(self, what: str, key: str, meanwhile: Any, work: Any) -> Any:
        """Work something out at the first question; `meanwhile` answers whoever asks during that."""
        found = self._known.get((what, key), self)
        if found is UNDER_WAY:
            return meanwhile
        if found is self:
            self._known[what, key] = UNDER_WAY
            found = self._known[what, key] = work()
        return found


class Evaluation:
    """One form, one applicant's answers (raw or filed), at one time."""

    def __init__(self, schema: FormSchema, answers: Mapping[str, Any], circumstances: Circumstances) -> None:
        self.schema, self.circumstances, self.is_static = schema, circumstances, schema.is_static
        self.form = Area(self, answers)

    def is_step_shown(self, step: Step) -> bool:
        return bool(self.form._once("step", step.key, True, lambda: self.form._is_wanted(step.key)))

    @property
    def steps(self) -> list[Step]:
        """The steps that are asked."""
        return [step for step in self.schema.steps if self.is_step_shown(step)]

    def shown(self, step: Step) -> Iterator[Field]:
        """The fields of a step that are shown, whatever their kind."""
        return (field for field in step.fields if self.form.is_shown(field))

    def areas_of(self, key: str) -> list[Area]:
        """Everywhere a field stands: the form, or every row of its group."""
        place = self.schema.index.get(key)
        areas = [self.form]
        for group in place.groups if place else ():
            areas = [row for area in areas for row in area.rows(group)]
        return areas

    def stops(self) -> list[Said]:
        """Why this applicant cannot go on, each at a question that it is about."""
        found = []
        for rule in self.schema.rules:
            if rule.effect == "stop":
                key = next(iter(rule.targets), "") or next(keys_in(rule.when), "")
                holding = next((area for area in self.areas_of(key) if area.holds(rule.when)), None)
                if holding is not None:
                    found.append(Said(f"{holding.prefix}{key}" if key else "", rule.message, rule.title))
        return found
