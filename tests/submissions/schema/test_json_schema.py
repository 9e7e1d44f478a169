from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.json_schema import json_schema, ui_schema

from .strategies import SCHEMAS

SCHEMA = FormSchema(
    steps=(
        Step(
            key="you",
            title="申請者",
            introduction="はじめに",
            fields=(
                Field(key="h", kind="heading", label="見出し"),
                Field(key="name", kind="text", label="氏名", help_text="戸籍のとおり", alias="full_name"),
                Field(key="home", kind="address", label="住所", required=False),
                Field(key="colour", kind="radio", label="色", choices=(Choice(key="r", label="赤", alias="red"),)),
            ),
        ),
        Step(
            key="shops",
            title="店舗",
            fields=(
                Field(
                    key="g",
                    kind="group",
                    label="店舗",
                    fields=(Field(key="photo", kind="file", label="写真", options={"extensions": ["jpg"]}),),
                    options={"max_rows": 3},
                ),
            ),
        ),
    )
)
VALID = {"name": "山田", "colour": "r", "g": [{"id": "x", "photo": ["3f2b0c9e-0000-4000-8000-000000000000"]}]}
HOME = {"postal_code": "", "prefecture": "大阪府", "city": "大阪市", "street": "一丁目", "building": ""}


@settings(max_examples=30)
@given(SCHEMAS)
def test_every_form_has_a_valid_json_schema(schema: FormSchema) -> None:
    assert Draft202012Validator.check_schema(json_schema(schema)) is None


@settings(max_examples=30)
@given(SCHEMAS)
def test_every_question_has_its_place_in_the_ui_schema(schema: FormSchema) -> None:
    ui = ui_schema(schema)
    assert [step["fields"] for step in ui["steps"]] == [[field.key for field in step.fields] for step in schema.steps]
    assert set(ui["fields"]) == {field.key for field in schema.fields}


@pytest.mark.parametrize("answers", [VALID, VALID | {"home": HOME}])
def test_values_of_a_filed_round_are_valid(answers: dict[str, Any]) -> None:
    assert Draft202012Validator(json_schema(SCHEMA)).is_valid(answers)


@pytest.mark.parametrize(
    "change",
    [
        {"name": 1},
        {"name": "あ" * 201},
        {"colour": "red"},
        {"home": {"prefecture": "大阪府"}},
        {"home": "大阪"},
        {"g": []},
        {"g": [{"photo": []}]},
        {"g": [{"id": "a.b", "photo": []}]},
        {"unknown": 1},
    ],
)
def test_other_values_are_not(change: dict[str, Any]) -> None:
    assert not Draft202012Validator(json_schema(SCHEMA)).is_valid(VALID | change)


def test_a_missing_answer_is_named() -> None:
    errors = Draft202012Validator(json_schema(SCHEMA)).iter_errors({"colour": "r", "g": VALID["g"]})
    assert [error.message for error in errors] == ["'name' is a required property"]


def test_the_json_schema_carries_titles_and_help() -> None:
    described = json_schema(SCHEMA, title="協力金")
    assert (described["$schema"], described["title"]) == ("https://json-schema.org/draft/2020-12/schema", "協力金")
    assert described["properties"]["name"] == {
        "title": "氏名",
        "description": "戸籍のとおり",
        "type": "string",
        "maxLength": 200,
    }
    assert "h" not in described["properties"]


def test_the_ui_schema_tells_how_to_ask() -> None:
    ui = ui_schema(SCHEMA)
    assert ui["fields"]["colour"]["choices"] == [{"key": "r", "label": "赤", "alias": "red"}]
    assert ui["fields"]["name"] == {
        "widget": "text",
        "label": "氏名",
        "required": True,
        "sensitive": False,
        "help_text": "戸籍のとおり",
        "alias": "full_name",
    }
    assert ui["fields"]["g"]["columns"][0]["options"] == {
        "extensions": ["jpg"],
        "max_bytes": 10 * 1024 * 1024,
        "max_files": 1,
    }
