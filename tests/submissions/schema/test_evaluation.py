from typing import Any

import pytest

from submissions.schema.evaluation import Area, Circumstances, Evaluation
from submissions.schema.kinds import KINDS
from submissions.schema.types import Field, FormSchema, Rule, Step
from tests.factories.forms import evaluated

from .vectors import APPLICANT, TODAY, VECTORS, schema_of


@pytest.mark.parametrize("vector", VECTORS["forms"], ids=lambda vector: vector["name"])
def test_form_asks_what_its_vector_says(vector: dict[str, Any]) -> None:
    circumstances = Circumstances(vector.get("today", TODAY), vector.get("applicant", APPLICANT))
    evaluation = Evaluation(schema_of(vector), vector["answers"], circumstances)
    found = everything(evaluation)
    assert {what: found[what] for what in vector["expect"]} == vector["expect"]


def everything(evaluation: Evaluation) -> dict[str, Any]:
    """As `vectors.js` tells it."""
    shown = [(area, place.field) for key, place in evaluation.schema.index.items() for area in areas(evaluation, key)]
    shown = [(area, field) for area, field in shown if area.is_shown(field)]
    calculated = [(area, field) for area, field in shown if field.kind == "calculated"]
    offering = [(area, field) for area, field in shown if field.choices]
    return {
        "shown": sorted(path(*one) for one in shown),
        "required": sorted(
            path(*one) for one in shown if one[0].is_required(one[1]) and not KINDS[one[1].kind].has_rows
        ),
        "limits": sentences("limit", shown),
        "warnings": sentences("warn", shown),
        "calculated": {path(area, field): area.value(field) for area, field in calculated},
        "offered": {path(area, field): [choice.key for choice in area.offered(field)] for area, field in offering},
    }


def areas(evaluation: Evaluation, key: str) -> list[Area]:
    return evaluation.areas_of(key)


def path(area: Area, field: Field) -> str:
    return f"{area.prefix}{field.key}"


def sentences(effect: str, shown: list[tuple[Area, Field]]) -> dict[str, list[str]]:
    found = {path(area, field): area.sentences(effect, field) for area, field in shown}
    return {place: said for place, said in found.items() if said}


@pytest.mark.parametrize(
    ("kind", "raw", "condition"),
    [
        ("yesno", "はい", ["=", ["get", "f"], "yes"]),
        ("decimal", "１２．５", [">", ["get", "f"], 12]),
        ("month", {"year": "令和8", "month": "4"}, ["=", ["get", "f"], "2026-04"]),
        ("delivery", "書面", ["=", ["get", "f"], "paper"]),
        ("name", {"name": "山田", "kana": "やまだ"}, ["=", ["part", ["get", "f"], "kana"], "ヤマダ"]),
        ("period", {"from": "2026-04-01", "to": "2026-04-30"}, ["=", ["part", ["get", "f"], "to"], "2026-04-30"]),
    ],
)
def test_a_rule_looks_at_every_kind(kind: str, raw: Any, condition: Any) -> None:
    field = Field(key="f", kind=kind, label="項目")
    schema = FormSchema(
        steps=(Step(key="s", title="一", fields=(field,)),), rules=(Rule(effect="warn", when=condition),)
    )
    assert evaluated(schema, {"f": raw}).form.holds(condition)
    assert not evaluated(schema, {}).form.holds(condition)
