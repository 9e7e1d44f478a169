"""What expressions and rules mean, once for the server and once for the browser: `vectors.json`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from submissions.schema import Choice, Field, FormSchema, Rule, Step

FILE = Path(__file__).with_name("vectors.json")
VECTORS: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text())
TODAY, APPLICANT = "2026-11-24", "individual"


def schema_of(vector: Mapping[str, Any]) -> FormSchema:
    """The form of a vector: its fields by key, each with its step and the groups around it."""
    steps: dict[str, None] = {field["step"]: None for field in vector["fields"].values()}
    return FormSchema(
        steps=tuple(Step(key=step, title=step, fields=fields_of(vector["fields"], step, [])) for step in steps),
        rules=tuple(Rule(**{**rule, "targets": tuple(rule["targets"])}) for rule in vector["rules"]),
    )


def fields_of(fields: Mapping[str, Any], step: str, groups: list[str]) -> tuple[Field, ...]:
    return tuple(
        Field(
            key=key,
            kind=data["kind"],
            label=key,
            required=data.get("required", True),
            choices=tuple(Choice(key=choice, label=choice) for choice in data.get("choices", ())),
            fields=fields_of(fields, step, [*groups, key]) if data["kind"] == "group" else (),
            options=data.get("options", {}),
        )
        for key, data in fields.items()
        if data["step"] == step and data.get("groups", []) == groups
    )
