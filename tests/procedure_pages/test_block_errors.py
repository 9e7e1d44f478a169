from typing import Any

from procedure_pages.block_errors import stream_error
from procedure_pages.blocks import StepsBlock
from procedure_pages.demo.language import ask, repeat, step, stream_data
from procedure_pages.problems import Place, Problem

BLOCK = StepsBlock()
BLOCK.set_name("steps")
FORM = BLOCK.to_python(
    stream_data(
        [step("一", [ask("text", "a", "甲")]), step("二", [repeat("g", "店", [ask("text", "b", "乙")])])], "errors"
    )
)


def shown(block_id: str, setting: str = "") -> dict[str, Any]:
    """What Wagtail's script is told about one problem."""
    error: Any = stream_error(FORM, [Problem(Place("steps", block_id, setting), "困った")])
    return error.as_json_data()


def test_an_error_of_a_step_stands_at_the_step() -> None:
    assert shown(FORM[1].id, "title") == {"blockErrors": {1: {"blockErrors": {"title": {"messages": ["困った"]}}}}}


def test_an_error_of_a_question_stands_at_the_question() -> None:
    question = {0: {"messages": ["困った"]}}
    assert shown(FORM[0].value["fields"][0].id) == {
        "blockErrors": {0: {"blockErrors": {"fields": {"blockErrors": question}}}}
    }


def test_an_error_of_a_column_stands_at_the_column() -> None:
    column = {0: {"blockErrors": {"alias": {"messages": ["困った"]}}}}
    group = {0: {"blockErrors": {"fields": {"blockErrors": column}}}}
    place = FORM[1].value["fields"][0].value["fields"][0].id
    assert shown(place, "alias") == {"blockErrors": {1: {"blockErrors": {"fields": {"blockErrors": group}}}}}


def test_an_error_of_the_form_and_one_of_a_block_that_is_gone_stand_at_the_head() -> None:
    assert shown("") == {"messages": ["困った"]}
    assert shown("gone") == {"messages": ["困った"]}
