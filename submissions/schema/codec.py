"""`FormSchema` and `Handling` to JSON and back, without loss. Defaults are left out, so a stored form stays small."""

from dataclasses import MISSING, asdict, fields
from typing import Any

from .types import Choice, Field, FormSchema, Handling, Rule, Step

FORMAT = 1


def schema_to_json(schema: FormSchema) -> dict[str, Any]:
    """Without rules and tables the JSON is that of a form that has none."""
    data: dict[str, Any] = {"format": FORMAT, "steps": [_step_to_json(step) for step in schema.steps]}
    if schema.rules:
        data["rules"] = [_rule_to_json(rule) for rule in schema.rules]
    if schema.tables:
        data["tables"] = schema.tables
    return data


def schema_from_json(data: dict[str, Any]) -> FormSchema:
    """ValueError if the data were written in a format that this code does not know."""
    if data.get("format") != FORMAT:
        raise ValueError(f"Unknown form format {data.get('format')!r}")
    return FormSchema(
        steps=tuple(_step_from_json(step) for step in data["steps"]),
        rules=tuple(Rule(**{**rule, "targets": tuple(rule.get("targets", ()))}) for rule in data.get("rules", ())),
        tables=data.get("tables", {}),
    )


def handling_to_json(handling: Handling) -> dict[str, Any]:
    return {**asdict(handling), "applicant_kinds": list(handling.applicant_kinds)}


def handling_from_json(data: dict[str, Any]) -> Handling:
    return Handling(**{**data, "applicant_kinds": tuple(data["applicant_kinds"])})


def _step_to_json(step: Step) -> dict[str, Any]:
    return {**_scalars(step), "fields": [_field_to_json(field) for field in step.fields]}


def _step_from_json(data: dict[str, Any]) -> Step:
    return Step(**{**data, "fields": tuple(_field_from_json(field) for field in data["fields"])})


def _field_to_json(field: Field) -> dict[str, Any]:
    data = _scalars(field)
    if field.choices:
        data["choices"] = [_scalars(choice) for choice in field.choices]
    if field.fields:
        data["fields"] = [_field_to_json(column) for column in field.fields]
    if field.options:
        data["options"] = field.options
    return data


def _field_from_json(data: dict[str, Any]) -> Field:
    return Field(
        **{
            **data,
            "choices": tuple(Choice(**choice) for choice in data.get("choices", ())),
            "fields": tuple(_field_from_json(column) for column in data.get("fields", ())),
        }
    )


def _rule_to_json(rule: Rule) -> dict[str, Any]:
    """Expressions are JSON as they are."""
    data = {**_scalars(rule), "targets": list(rule.targets)}
    for name, default in (("when", True), ("check", True), ("value", None)):
        if (expression := getattr(rule, name)) is not default:
            data[name] = expression
    return data


def _scalars(value: Any) -> dict[str, Any]:
    """The plain attributes of a dataclass that differ from their default."""
    return {
        attribute.name: getattr(value, attribute.name)
        for attribute in fields(value)
        if isinstance(getattr(value, attribute.name), str | bool | int)
        and (attribute.default is MISSING or getattr(value, attribute.name) != attribute.default)
    }
