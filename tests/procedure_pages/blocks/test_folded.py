import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from wagtail.blocks import StreamValue

from procedure_pages.blocks import StepsBlock
from procedure_pages.blocks.steps import QUESTIONS
from procedure_pages.demo.language import Block, ask, choose, note, repeat, step, stream_data

FORM = stream_data(
    [
        step(
            "申請者",
            [
                ask("text", "name", "氏名", prefill="name", required=False, max_length=20),
                ask("date", "since", "開始日", min="2026-04-01"),
                choose("checkboxes", "days", "曜日", [("mon", "月"), ("tue", "火")], min=1),
                ask("file", "photo", "写真", extensions=["jpg", "png"], max_files=2, sensitive=True),
                note("説明"),
                repeat("shops", "店舗", [choose("radio", "kind", "種類", [("a", "甲"), ("b", "乙")])]),
            ],
        )
    ],
    "folded",
)
BLOCK = StepsBlock()
BLOCK.set_name("steps")


def value_of(form: list[Block]) -> StreamValue:
    return BLOCK.to_python(form)


def folded(state: str) -> StreamValue:
    """The form as it arrives when its only step was not opened and its state is `state`."""
    data = QueryDict(mutable=True)
    places = {"count": "1", "0-deleted": "", "0-order": "0", "0-type": "step", "0-id": "x", "0-value": state}
    data.update({f"steps-{name}": text for name, text in places.items()})
    return BLOCK.value_from_datadict(data, {}, "steps")


def state_of_step(**changes: Any) -> str:
    (item,) = BLOCK.get_form_state(value_of(FORM))
    return json.dumps({**item["value"], **changes})


def question_with(**changes: Any) -> str:
    return state_of_step(fields=[{"type": "text", "id": "q", "value": {"label": "氏名", **changes}}])


def test_an_unopened_step_arrives_as_it_was_stored() -> None:
    arrived = BLOCK.get_prep_value(BLOCK.clean(folded(state_of_step())))
    stored = BLOCK.get_prep_value(BLOCK.clean(value_of(FORM)))
    assert [item["value"] for item in arrived] == [item["value"] for item in stored]


@pytest.mark.parametrize("kind", QUESTIONS)
def test_an_unopened_question_of_any_kind_arrives_as_it_was_stored(kind: str) -> None:
    block = QUESTIONS[kind]()
    block.set_name(kind)
    before = block.get_default()
    arrived = block.value_from_datadict({"q": json.dumps(block.get_form_state(before))}, {}, "q")
    assert without_ids(block.get_prep_value(arrived)) == without_ids(block.get_prep_value(before))


def without_ids(value: Any) -> Any:
    """Texts, as a form sends them, with nothing for whatever is empty."""
    if isinstance(value, dict):
        return {name: without_ids(part) for name, part in value.items() if name != "id"}
    return [without_ids(part) for part in value] if isinstance(value, list) else str(value or "")


def test_what_was_typed_wins_over_the_state() -> None:
    block = QUESTIONS["text"]()
    data = QueryDict(mutable=True)
    data.update({"q": json.dumps({"label": "古い"}), "q-label": "新しい"})
    assert block.value_from_datadict(data, {}, "q")["label"] == "新しい"


def test_names_that_a_block_does_not_know_are_dropped() -> None:
    (arrived,) = folded(question_with(is_staff=True))
    (question,) = arrived.value["fields"]
    assert "is_staff" not in question.value


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"label": {"a": "b"}}, ["label"]),
        ({"label": None}, ["label"]),
        ({"max_length": "many"}, ["max_length"]),
        ({"max_length": [5, 6]}, []),
        ({"alias": "Ａ"}, ["alias"]),
        ({"prefill": "password"}, ["prefill"]),
    ],
)
def test_a_wrong_value_is_an_error_of_its_field(changes: dict[str, Any], names: list[str]) -> None:
    value = folded(question_with(**changes))
    assert errors_of_first_question(value) == names


def errors_of_first_question(value: StreamValue) -> list[str]:
    try:
        BLOCK.clean(value)
    except ValidationError as error:
        found: Any = error
        return list(found.block_errors[0].block_errors["fields"].block_errors[0].block_errors)
    return []


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"text"', "[" * 100_000])
def test_what_is_no_state_leaves_the_fields_empty(text: str) -> None:
    (arrived,) = folded(text)
    assert (arrived.value["title"], len(arrived.value["fields"])) == ("", 0)


@pytest.mark.parametrize("fields", [5, [5], [{"type": []}], [{"type": "unknown", "value": {}}], {"count": 3}])
def test_what_is_no_question_is_dropped(fields: Any) -> None:
    (arrived,) = folded(state_of_step(fields=fields))
    assert len(arrived.value["fields"]) == 0
