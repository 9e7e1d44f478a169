"""Compiles the rules and calculations of a page, and says beside which block something cannot be understood."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StructValue

from submissions.schema import Field, FormSchema, Rule
from submissions.schema.types import Place

from .formulas import FormulaError, Names, compile_formula
from .formulas.functions import APPLICANT, BUSINESS, TODAY
from .formulas.literals import as_operand
from .formulas.resolve import Scope, reach

OPERATIONS = {
    "is": "=",
    "is_not": "!=",
    "contains": "contains",
    "starts": "starts",
    "less": "<",
    "at_most": "<=",
    "more": ">",
    "at_least": ">=",
}
COMPARED_PARTS = {"address": "city", "name": "name", "bank": "bank_name"}
"""Of an answer in several parts, the one that is compared with what an author writes."""
HasTable = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` is the id of the block that it is about."""

    place: str
    message: str


class RuleCompiler:
    """Everything of a form that names something else of it. What cannot be understood is left out and noted."""

    def __init__(self, schema: FormSchema, has_table: HasTable) -> None:
        self.schema, self.has_table = schema, has_table
        self.names = Names(schema)
        self.faults: list[Fault] = []

    def calculated(self, field: Field) -> Field:
        """`field` with its formula, and those of its columns, as expressions; the list it follows as a key."""
        columns = tuple(self.calculated(column) for column in field.fields)
        options = dict(field.options)
        scope = self.schema.index[field.key].groups
        if "formula" in options:
            formula = options["formula"]
            options["expression"] = self.attempt(field.key, lambda: self.formula(formula, scope))
        if "follows" in options:
            name = options["follows"]
            options["follows"] = self.attempt(field.key, lambda: self.names.place(name).field.key) or field.key
        return (
            field
            if columns == field.fields and options == field.options
            else replace(field, fields=columns, options=options)
        )

    def rule(self, place: str, effect: str, value: StructValue) -> Rule | None:
        return self.attempt(place, lambda: self._rule(effect, value))

    def attempt(self, place: str, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except FormulaError as fault:
            self.faults.append(Fault(place, str(fault)))
            return None

    def formula(self, formula: str, scope: Scope) -> Any:
        return compile_formula(formula, self.names, scope, tables=self.has_table)

    def _rule(self, effect: str, value: StructValue) -> Rule:
        targets = tuple(self.names.target(name) for name in value["targets"])
        scope = self.scope_of(targets) if targets else self.scope_of_conditions(value["conditions"])
        when = self.conditions(value["match"], value["conditions"], scope)
        return Rule(
            effect=effect,
            targets=targets,
            when=when,
            check=self.conditions("all", value["requirements"], scope) if effect == "limit" else True,
            value=self.formula(value["formula"], scope) if effect == "set" else None,
            title=value.get("title") or "",
            message=value.get("message") or "",
        )

    def scope_of(self, targets: Iterable[str]) -> Scope:
        """The groups that all targets stand in: a rule about one row looks at that row."""
        places = [self.schema.index.get(target.partition(":")[0]) for target in targets]
        scopes = [place.groups if place else () for place in places]
        if len(set(scopes)) > 1:
            raise FormulaError(_("The questions of one rule must all be in the same group, or all outside."))
        return scopes[0]

    def scope_of_conditions(self, conditions: Any) -> Scope:
        """Without a target the rule is about the first question that it looks at."""
        for condition in conditions:
            name = condition["question"]
            if name and name not in (*APPLICANT, *TODAY) and not condition["over"]:
                return self.names.place(name).groups
        return ()

    def conditions(self, match: str, conditions: Any, scope: Scope) -> Any:
        found = [self.condition(condition, scope) for condition in conditions]
        if not found:
            return True
        if match == "none":
            return ["not", ["any", *found]]
        return found[0] if len(found) == 1 else [match, *found]

    def condition(self, condition: StructValue, scope: Scope) -> Any:
        name, written = condition["question"], condition["value"] or ""
        if not name:
            return self.formula(written.removeprefix("=").removeprefix("＝"), scope)
        if name in APPLICANT:
            return compared(["applicant"], condition["comparison"], BUSINESS.get(written, written))
        if name in TODAY:
            day = Field(key="", kind="date", label=_("Today"))
            return compared(["today"], condition["comparison"], self.value(day, written, scope))
        place = self.names.place(name)
        if not condition["over"]:
            return self.comparison(reach(place, scope), place, condition, scope)
        if len(place.groups) <= len(scope):
            raise FormulaError(_("“%(label)s” is not asked for each entry of a group.") % {"label": place.field.label})
        inner = self.comparison(["get", place.field.key], place, condition, place.groups)
        return [condition["over"], place.groups[-1], inner]

    def comparison(self, answer: Any, place: Place, condition: StructValue, scope: Scope) -> Any:
        if condition["comparison"] in ("answered", "empty"):
            return compared(answer, condition["comparison"], None)
        if place.field.kind in COMPARED_PARTS:
            answer = ["part", answer, COMPARED_PARTS[place.field.kind]]
        return compared(answer, condition["comparison"], self.value(place.field, condition["value"] or "", scope))

    def value(self, field: Field, written: str, scope: Scope) -> Any:
        if written.startswith(("=", "＝")):
            return self.formula(written[1:], scope)
        if not written:
            raise FormulaError(_("Say which answer is meant."))
        return as_operand(field, written)


def compared(answer: Any, comparison: str, value: Any) -> Any:
    if comparison == "empty":
        return ["empty", answer]
    if comparison == "answered":
        return ["not", ["empty", answer]]
    return [OPERATIONS[comparison], answer, value]
