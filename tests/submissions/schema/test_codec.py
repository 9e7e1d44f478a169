import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submissions.schema import (
    Field,
    FormSchema,
    Handling,
    Step,
    handling_from_json,
    handling_to_json,
    schema_from_json,
    schema_to_json,
)

from .strategies import SCHEMAS, TEXTS

HANDLINGS = st.builds(
    Handling,
    kind=TEXTS,
    department_code=TEXTS,
    processing_days=st.integers(0, 400),
    purpose=TEXTS,
    has_approval=st.booleans(),
    redress=TEXTS,
    retention_years=st.integers(1, 30),
    applicant_kinds=st.lists(TEXTS, max_size=2).map(tuple),
)


@settings(max_examples=50)
@given(SCHEMAS)
def test_any_form_survives_the_way_through_json(schema: FormSchema) -> None:
    assert schema_from_json(json.loads(json.dumps(schema_to_json(schema)))) == schema


@given(HANDLINGS)
def test_any_handling_survives_the_way_through_json(handling: Handling) -> None:
    assert handling_from_json(json.loads(json.dumps(handling_to_json(handling)))) == handling


def test_defaults_are_not_written() -> None:
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(Field(key="a", kind="text", label="氏名"),)),))
    assert schema_to_json(schema)["steps"] == [
        {"key": "s", "title": "一", "fields": [{"key": "a", "kind": "text", "label": "氏名"}]}
    ]


@pytest.mark.parametrize("data", [{}, {"format": 2, "steps": []}, {"format": "1", "steps": []}])
def test_an_unknown_format_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Unknown form format"):
        schema_from_json(data)
