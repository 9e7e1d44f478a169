"""What the browser needs to apply the rules of a form while somebody types, as the server does when it is saved."""

from typing import Any

from ..schema import Field, Rule, Step
from ..schema.evaluation import Evaluation
from ..schema.kinds import KINDS
from ..schema.kinds.calculated import CalculatedKind


def has_opened(step: Step, before: Evaluation, after: Evaluation) -> bool:
    """Whether a question of the step is asked now that was not before."""
    if after.is_static:
        return False
    return any(after.form.is_shown(field) and not before.form.is_shown(field) for field in step.fields)


def for_browser(step: Step, evaluation: Evaluation) -> dict[str, Any] | None:
    """The rules, and the answers of the other steps in canonical form; None where nothing depends on an answer."""
    if evaluation.is_static:
        return None
    schema = evaluation.schema
    others = [field for other in schema.steps if other is not step for field in other.fields]
    return {
        "fields": {key: field_for_browser(place.field, place.groups) for key, place in schema.index.items()},
        "steps": {key: place.step.key for key, place in schema.index.items()},
        "rules": [rule_for_browser(rule) for rule in schema.rules],
        "tables": schema.tables,
        "today": evaluation.circumstances.today,
        "applicant": evaluation.circumstances.applicant,
        "answers": evaluation.form.all_typed(others),
    }


def field_for_browser(field: Field, groups: tuple[str, ...]) -> dict[str, Any]:
    kind = KINDS[field.kind]
    data: dict[str, Any] = {
        "kind": "group" if kind.has_rows else field.kind,
        "groups": list(groups),
        "required": field.required,
    }
    if field.choices and not kind.has_rows:
        data["choices"] = {choice.key: choice.label for choice in field.choices}
    if isinstance(kind, CalculatedKind) or "follows" in field.options:
        data["options"] = {name: value for name, value in field.options.items() if name != "formula"}
    return data


def rule_for_browser(rule: Rule) -> dict[str, Any]:
    data = {"effect": rule.effect, "targets": list(rule.targets), "when": rule.when, "message": rule.message}
    return (
        data | ({"check": rule.check} if rule.effect == "limit" else {}) | ({"value": rule.value} if rule.value else {})
    )
