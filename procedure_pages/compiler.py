"""Compiles what an editor built in a StreamField into the form language of `submissions`.

Keys are block ids, of the answers to choose from too: they survive new words and a new order. Texts are normalised, so
that the line ends of a browser make no new version.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wagtail.blocks import StreamValue, StructValue

from accounts.japanese.normalise import as_typed
from submissions.schema import Choice, Field, FormSchema, Handling, Step
from submissions.schema.expressions import tables_named
from submissions.schema.kinds import KINDS

from .choice_lines import choices_in
from .rules import Fault, RuleCompiler
from .tables import Tables

if TYPE_CHECKING:
    from .models import ProcedurePage

AUTOCOMPLETE = {
    "name": "name",
    "name_pair": "name",
    "birth_date": "bday",
    "phone": "tel",
    "email": "email",
    "contact_name": "name",
}
"""HTML's word for a profile attribute: lets a browser help (WCAG 1.3.5)."""


@dataclass(frozen=True, slots=True)
class Compiled:
    schema: FormSchema
    faults: tuple[Fault, ...] = ()
    """What rules and calculations say that cannot be understood; it is left out of the schema."""
    rule_places: tuple[str, ...] = ()
    """The ids of the blocks that the schema's rules come from, in the same order."""


def compile_form(page: "ProcedurePage") -> Compiled:
    """The form of `page`. Names are resolved last, when every question is known."""
    tables = Tables()
    plain = plain_form(page.steps)
    compiler = RuleCompiler(plain, tables.__contains__)
    steps = tuple(replace(step, fields=tuple(map(compiler.calculated, step.fields))) for step in plain.steps)
    found = [(child.id or "", compiler.rule(child.id or "", child.block_type, child.value)) for child in page.rules]
    rules = {place: rule for place, rule in found if rule is not None}
    schema = FormSchema(steps=steps, rules=tuple(rules.values()))
    used = {name: tables[name] for name in sorted(tables_in(schema))}
    return Compiled(replace(schema, tables=used), tuple(compiler.faults), tuple(rules))


def plain_form(steps: Iterable[StreamValue.StreamChild]) -> FormSchema:
    """Steps and questions alone: formulas are not resolved, rules not known."""
    return FormSchema(steps=tuple(_step(child) for child in steps))


def tables_in(schema: FormSchema) -> set[str]:
    """The look-up tables that the form needs."""
    of_fields = [place.field.options.get("expression") for place in schema.index.values()]
    of_rules = [part for rule in schema.rules for part in (rule.when, rule.check, rule.value)]
    return {name for expression in (*of_fields, *of_rules) for name in tables_named(expression)}


def compile_handling(page: "ProcedurePage") -> Handling:
    """What `page` promises around its form."""
    return Handling(
        kind=page.kind,
        department_code=page.department.code,
        processing_days=page.processing_days,
        purpose=as_typed(page.purpose),
        has_approval=page.has_approval,
        granted_title=page.granted_title,
        refused_title=page.refused_title,
        accepted_title=page.accepted_title,
        granted_text=as_typed(page.granted_text),
        redress=as_typed(page.redress),
        issuer=page.issuer,
        retention_years=page.retention_years,
        applicant_kinds=page.applicant_kinds,
    )


def _step(child: StreamValue.StreamChild) -> Step:
    value = child.value
    return Step(
        key=child.id or "",
        title=value["title"],
        introduction=as_typed(value["introduction"]),
        fields=compile_questions(value["fields"]),
    )


def compile_questions(children: StreamValue) -> tuple[Field, ...]:
    return tuple(_field(question) for question in _asked(children))


def _asked(children: StreamValue) -> Iterator[StreamValue.StreamChild]:
    """The questions themselves: a part of the library stands for its own, with their keys."""
    for child in children:
        if child.block_type != "library":
            yield child
        elif child.value is not None:
            yield from child.value.questions


def _field(child: StreamValue.StreamChild) -> Field:
    value = child.value
    prefill = value.get("prefill") or ""
    return Field(
        key=child.id or "",
        kind=child.block_type,
        label=as_typed(value["label"]),
        required=_is_required(child),
        help_text=as_typed(value.get("help_text") or ""),
        alias=value.get("alias") or "",
        example=value.get("example") or "",
        prefill=prefill,
        autocomplete=value.get("autocomplete") or AUTOCOMPLETE.get(prefill, ""),
        reviewer_help=as_typed(value.get("reviewer_help") or ""),
        sensitive=bool(value.get("sensitive")),
        choices=_choices(value),
        fields=tuple(_field(column) for column in value.get("fields") or ()),
        options=_options(child),
    )


def _is_required(child: StreamValue.StreamChild) -> bool:
    """A note asks for nothing; a group is required if it must have a row, a table if any of its cells is."""
    kind = KINDS[child.block_type]
    if kind.has_rows:
        has_required_cell = child.block_type == "table" and any(map(_is_required, child.value["fields"]))
        return has_required_cell or bool(child.value.get("min_rows"))
    return kind.is_typed and bool(child.value["required"])


def _choices(value: StructValue) -> tuple[Choice, ...]:
    if lines := value.get("choice_lines"):
        return choices_in(lines)
    choices = value.get("choices")
    return tuple(
        Choice(key=str(choice.id), label=choice.value["label"], alias=choice.value["alias"] or "")
        for choice in (choices.bound_blocks if choices is not None else ())
    )


def _options(child: StreamValue.StreamChild) -> dict[str, Any]:
    given = {name: child.value[name] for name in getattr(child.block, "OPTIONS", ())}
    return {name: _json(value) for name, value in given.items() if value not in (None, "", [])}


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
