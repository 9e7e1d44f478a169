"""What holds for every answer that anybody could type."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.json_schema import json_schema
from submissions.schema.kinds import KINDS
from submissions.schema.raw import storable
from submissions.schema.validation import check
from tests.factories.forms import evaluated

from .strategies import ANSWERED, JSON_VALUES, WITH_CHOICES, raws_for

COLOURS = (Choice(key="r", label="赤", alias="red"), Choice(key="b", label="青"))


def question(kind: str) -> Field:
    choices = COLOURS if kind in WITH_CHOICES else ()
    options = {"max_files": 3} if kind == "file" else {}
    return Field(key="f", kind=kind, label="項目", choices=choices, options=options)


@pytest.mark.parametrize("kind", ANSWERED)
@settings(max_examples=40)
@given(data=st.data())
def test_a_value_is_a_raw_that_means_itself(kind: str, data: st.DataObject) -> None:
    field = question(kind)
    try:
        value = KINDS[kind].validate(field, data.draw(raws_for(field)))
    except ValidationError:
        return
    assert KINDS[kind].validate(field, value) == value


@pytest.mark.parametrize("kind", ANSWERED)
@settings(max_examples=40)
@given(data=st.data())
def test_a_value_satisfies_the_published_json_schema(kind: str, data: st.DataObject) -> None:
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(question(kind),)),))
    values, errors = check(evaluated(schema, {"f": data.draw(raws_for(question(kind)))}))
    assert errors or Draft202012Validator(json_schema(schema)).is_valid(values)


@given(JSON_VALUES)
def test_nothing_that_is_sent_breaks_the_judge_of_a_group(raw: Any) -> None:
    columns = tuple(Field(key=kind, kind=kind, label=kind, choices=COLOURS) for kind in ANSWERED)
    group = Field(key="g", kind="group", label="行", fields=columns, options={"min_rows": 1})
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(group,)),))
    values, errors = check(evaluated(schema, {"g": [raw, {"id": "a", **dict.fromkeys(ANSWERED, raw)}]}))
    assert [row["id"] for row in values["g"]][-1] == "a"
    assert set(errors) <= {f"g.{row['id']}.{kind}" for row in values["g"] for kind in ANSWERED}


@given(JSON_VALUES)
def test_what_is_kept_of_a_raw_is_kept_the_second_time(raw: Any) -> None:
    assert storable(storable(raw)) == storable(raw)
