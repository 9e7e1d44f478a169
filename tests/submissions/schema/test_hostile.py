"""What no page of ours sends: every kind refuses it with a sentence, or makes a value of it that stands."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from jsonschema import Draft202012Validator

from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.json_schema import json_schema
from submissions.schema.kinds import KINDS
from submissions.schema.validation import check
from tests.factories.forms import evaluated

from .strategies import ANSWERED, WITH_CHOICES

HOSTILE: list[Any] = [
    "あ" * 300_000,
    "9" * 300_000,
    "https://" + "a." * 100_000,
    "\x00\x1b[2J\u202e\ud800\U000e0001",
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    10**30,
    -1,
    1.5,
    float("nan"),
    True,
    [[[]]],
    ["x"] * 10_000,
    {"year": [1], "month": {"a": 1}, "day": None},
    {"from": {"year": "9" * 5000}, "to": ["x"]},
    {"bank": "\x00" * 9, "branch": "a" * 100_000, "number": True, "holder": ["x"], "kind": {}},
    {"name": {"x": 1}, "kana": 10**30},
    {"prefecture": "\u202e", "city": [], "street": True},
    {str(number): number for number in range(1000)},
]
CHOICES = (Choice(key="r", label="赤"), Choice(key="b", label="青"))


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", ANSWERED)
def test_nothing_that_is_sent_breaks_a_kind(kind: str, raw: Any) -> None:
    field = Field(key="f", kind=kind, label="項目", choices=CHOICES if kind in WITH_CHOICES else ())
    try:
        value = KINDS[kind].validate(field, raw)
    except ValidationError as refusal:
        assert all(refusal.messages)
        return
    assert KINDS[kind].validate(field, value) == value
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(field,)),))
    assert Draft202012Validator(json_schema(schema)).is_valid(check(evaluated(schema, {"f": raw}))[0])
    assert len(KINDS[kind].summary(field, value)) <= 40
    assert len(KINDS[kind].cells(field, value)) == len(KINDS[kind].columns(field))
