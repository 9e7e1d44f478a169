"""Whatever form the builder makes: it compiles, is kept, drawn, judged and exported."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from procedure_pages.compiler import Compiled
from procedure_pages.rule_checks import rule_faults
from submissions.forms.builder import StepForm
from submissions.schema import schema_from_json, schema_to_json
from submissions.schema.evaluation import Circumstances
from submissions.schema.json_schema import json_schema
from submissions.schema.kinds import KINDS
from submissions.schema.paths import walk
from submissions.schema.validation import check
from tests.factories.answers import valid_answers
from tests.factories.forms import TODAY, evaluated

from .built import built_forms

pytestmark = pytest.mark.django_db
few = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@few
@given(built_forms())
def test_whatever_is_built_is_understood_and_kept_without_loss(built: Compiled) -> None:
    assert (list(built.faults), list(rule_faults(built))) == ([], [])
    assert schema_from_json(json.loads(json.dumps(schema_to_json(built.schema)))) == built.schema


@few
@given(built_forms())
def test_whatever_is_built_is_drawn_judged_and_exported(built: Compiled) -> None:
    schema = built.schema
    answers = valid_answers(schema, Circumstances(today=TODAY, applicant="individual"))
    for raw in ({}, answers):
        evaluation = evaluated(schema, raw)
        for step in schema.steps:
            form = StepForm(step, evaluation, is_checked=True)
            drawn = {item.path for item in form.all_items() if item.bound is not None and str(item.markup)}
            assert drawn == set(form.fields)
        values, errors = check(evaluation)
        assert not errors or raw == {}
    assert check(evaluated(schema, values)) == (values, {})
    Draft202012Validator(json_schema(schema)).validate(values)
    for located in walk(evaluated(schema, values)):
        kind = KINDS[located.field.kind]
        assert len(kind.cells(located.field, located.value)) == len(kind.columns(located.field))
