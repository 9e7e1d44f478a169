from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from submissions.enums import Change
from submissions.schema import Field, FormSchema, Rule, Step
from submissions.schema.differences import Detail, differences
from submissions.schema.expressions.evaluator import PLAIN, SPECIAL
from submissions.schema.rule_words import EFFECTS, expression_in_words
from tests.factories.submissions import COLOUR, NAME, REASON, SHOPS

FORM = FormSchema(steps=(Step(key="s", title="内容", fields=(NAME, COLOUR, REASON, SHOPS)),))
RED = ["=", ["get", "colour"], "red"]
IS_RED = "「色」 ＝ 「赤」"
SHOW = Rule(effect="show", targets=("reason",), when=RED)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (RED, "「色」 ＝ 「赤」"),
        (
            ["all", RED, ["any", RED, ["empty", ["get", "name"]]]],
            f"{IS_RED} and （{IS_RED} or is not answered（「氏名」））",
        ),
        ([">", ["sum", "shops", ["get", "seats"]], 10], "sum（「店舗」、「席数」） ＞ 10"),
        (["=", ["applicant"], "business"], "Kind of applicant ＝ Businesses"),
        (["floor", ["*", 3, "2"]], "floor（3 × 2）"),
    ],
)
def test_expressions_are_written_with_labels(expression: Any, words: str) -> None:
    assert expression_in_words(expression, FORM) == words


def test_every_operation_can_be_written() -> None:
    for name in {*PLAIN, *SPECIAL} - {"today", "applicant"}:
        assert "「" in expression_in_words([name, *(["get", "name"] for _argument in range(2))], FORM) or name == "get"


def test_a_new_rule_and_one_that_went_are_told() -> None:
    (come,) = differences(FORM, replace(FORM, rules=(SHOW,)))
    (gone,) = differences(replace(FORM, rules=(SHOW,)), FORM)
    assert (come.change, come.subject, come.details) == (
        Change.ADDED,
        "Rule for 「理由」",
        (Detail("Is asked only if", "", "「色」 ＝ 「赤」"),),
    )
    assert (gone.change, gone.details) == (Change.REMOVED, (Detail("Is asked only if", "「色」 ＝ 「赤」", ""),))


def test_a_changed_rule_is_told_before_and_after() -> None:
    blue = replace(SHOW, when=["=", ["get", "colour"], "blue"])
    (found,) = differences(replace(FORM, rules=(SHOW,)), replace(FORM, rules=(blue,)))
    assert (found.change, found.details) == (
        Change.CHANGED,
        (Detail("Is asked only if", "「色」 ＝ 「赤」", "「色」 ＝ 「青」"),),
    )


def test_another_order_of_rules_is_no_difference() -> None:
    rules = replace(FORM, rules=(SHOW, Rule(effect="stop", when=RED, message="対象外です。")))
    swapped = replace(rules, rules=tuple(reversed(rules.rules)))
    assert differences(rules, swapped) == []


def test_calculations_and_tables_are_compared() -> None:
    def priced(expression: Any, fee: str) -> FormSchema:
        total = Field(key="total", kind="calculated", label="手数料", options={"expression": expression})
        table = {"keys": ["席"], "rows": [{"match": [None], "value": fee}]}
        return FormSchema(steps=(Step(key="s", title="内容", fields=(SHOPS, total)),), tables={"手数料": table})

    seats = ["sum", "shops", ["get", "seats"]]
    found = differences(priced(seats, "100"), priced(["*", seats, 2], "200"))
    assert [(difference.change, difference.subject) for difference in found] == [
        (Change.CHANGED, "「手数料」"),
        (Change.CHANGED, "Look-up table “手数料”"),
    ]
    assert found[0].details == (
        Detail("How it is worked out", "sum（「店舗」、「席数」）", "sum（「店舗」、「席数」） × 2"),
    )


def test_every_effect_has_words() -> None:
    assert set(EFFECTS) == {"show", "require", "limit", "warn", "stop", "skip", "set"}
