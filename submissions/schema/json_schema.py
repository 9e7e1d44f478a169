"""A form for programs: JSON Schema 2020-12 of its answers, and beside it what a screen needs to ask for them.

The JSON Schema describes the values that a filed round holds. What satisfies it may still be refused by
`validation.check`, the only judge, for what JSON Schema cannot say (a date that an era does not have).
"""

from collections.abc import Iterable
from typing import Any

from .kinds import JSON, KINDS, file_kind
from .kinds.address import AddressKind
from .rows import ROW_ID
from .types import Choice, Field, FormSchema, Rule

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = {"$ref": "#/$defs/address"}
TEXTS = ("help_text", "example", "alias", "autocomplete", "prefill")


def json_schema(schema: FormSchema, *, title: str = "") -> dict[str, JSON]:
    """The answers as one object: a property for each field key, a list of rows for each repeating group."""
    definitions: dict[str, JSON] = {"row_id": {"type": "string", "pattern": f"^{ROW_ID.pattern}$"}}
    if any(field.kind == AddressKind.name for field in _all_fields(schema)):
        definitions["address"] = KINDS[AddressKind.name].json_schema(Field(key="", kind=AddressKind.name, label=""))
    return {"$schema": DIALECT, "title": title, **_object(schema, schema.fields), "$defs": definitions}


def ui_schema(schema: FormSchema) -> dict[str, JSON]:
    """Steps in order, and for every field key how to ask: the widget, its help, its choices, its limits."""
    return {
        "steps": [
            {
                "key": step.key,
                "title": step.title,
                "introduction": step.introduction,
                "fields": [field.key for field in step.fields],
            }
            for step in schema.steps
        ],
        "fields": {field.key: _ui_field(field) for field in schema.fields},
        "rules": [_ui_rule(rule) for rule in schema.rules],
        "tables": schema.tables,
    }


def _object(schema: FormSchema, fields: Iterable[Field]) -> dict[str, JSON]:
    asked = [field for field in fields if KINDS[field.kind].has_answer]
    return {
        "type": "object",
        "properties": {field.key: _property(schema, field) for field in asked},
        "required": [field.key for field in asked if _is_always_required(schema, field)],
        "additionalProperties": False,
    }


def _is_always_required(schema: FormSchema, field: Field) -> bool:
    """Not what a rule may hide, nor what the form works out."""
    kind, place = KINDS[field.kind], schema.index[field.key]
    may_be_hidden = any(
        (effect, key) in schema.rules_for for effect in ("show", "skip") for key in (field.key, place.step.key)
    )
    return field.required and kind.is_typed and not kind.has_rows and not may_be_hidden


def _property(schema: FormSchema, field: Field) -> dict[str, JSON]:
    kind = KINDS[field.kind]
    value = ADDRESS if field.kind == AddressKind.name else kind.json_schema(field)
    if kind.has_rows:
        value = {**value, "items": _row(schema, field)}
    return {"title": field.label, **({"description": field.help_text} if field.help_text else {}), **value}


def _row(schema: FormSchema, field: Field) -> dict[str, JSON]:
    row = _object(schema, field.fields)
    row_id = {"enum": [one.key for one in field.choices]} if field.kind == "table" else {"$ref": "#/$defs/row_id"}
    row["properties"] = {"id": row_id, **row["properties"]}
    row["required"] = ["id", *row["required"]]
    return row


def _ui_field(field: Field) -> dict[str, JSON]:
    """Empty texts and lists are left out."""
    described: dict[str, Any] = {
        "widget": field.kind,
        "label": field.label,
        "required": field.required,
        "sensitive": field.sensitive,
        **{name: getattr(field, name) for name in TEXTS},
        "choices": _named(KINDS[field.kind].choices(field)),
        "rows": _named(field.choices) if KINDS[field.kind].has_rows else [],
        "columns": [{"key": column.key, **_ui_field(column)} for column in field.fields],
        "options": {**field.options, **_file_limits(field)},
    }
    return {name: value for name, value in described.items() if value not in ("", [], {})}


def _named(choices: Iterable[Choice]) -> list[JSON]:
    return [{"key": choice.key, "label": choice.label, "alias": choice.alias} for choice in choices]


def _ui_rule(rule: Rule) -> dict[str, JSON]:
    """Its expressions are those of `submissions.schema.expressions`. The server applies it whatever a screen does."""
    described = {name: getattr(rule, name) for name in ("effect", "when", "check", "value", "title", "message")}
    return {**described, "targets": list(rule.targets)}


def _file_limits(field: Field) -> dict[str, JSON]:
    if not KINDS[field.kind].has_files:
        return {}
    kind = file_kind(field)
    return {
        "extensions": list(kind.extensions(field)),
        "max_bytes": kind.max_bytes(field),
        "max_files": kind.most(field),
    }


def _all_fields(schema: FormSchema) -> Iterable[Field]:
    return (place.field for place in schema.index.values())
