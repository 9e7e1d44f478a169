"""Saved test cases hold, or say what is different."""

from typing import Any

import pytest

from procedure_pages.checks import problems
from procedure_pages.compiler import compile_form
from procedure_pages.demo.language import Block, stream_data
from procedure_pages.models import ProcedurePage
from procedure_pages.trials import broken_cases

from .test_rules import STEPS, rule, when

pytestmark = pytest.mark.django_db

RULES = [
    rule("show", when("業態", "is", "bar")),
    rule("stop", when("席数", "more", "100000"), targets=(), message="10万席までです。"),
]


def case(**values: Any) -> Block:
    lists = {
        name: [{"type": "item", "name": str(number), "value": one} for number, one in enumerate(values.pop(name, ()))]
        for name in ("shown", "hidden", "values")
    }
    return {"type": "case", "name": "case", "value": {"name": "例", "applicant": "individual", **lists, **values}}


def page_with(*cases: Block) -> ProcedurePage:
    streams = {"steps": STEPS, "rules": RULES, "test_cases": list(cases)}
    return ProcedurePage(**{name: stream_data(blocks, name) for name, blocks in streams.items()})


def broken(**values: Any) -> list[str]:
    page = page_with(case(**values))
    return [fault.message for fault in broken_cases(page.test_cases, compile_form(page).schema)]


@pytest.mark.parametrize(
    "values",
    [
        {"outcome": "can_send"},
        {"answers": "業態: 居酒屋", "shown": ["理由"], "outcome": "can_send"},
        {"answers": "kind: cafe\nseats: １２", "hidden": ["why"], "outcome": "can_send"},
        {"answers": "席数: 12", "values": [{"question": "倍", "value": "24"}], "outcome": "can_send"},
        {"answers": "席数: 100001", "outcome": "is_stopped"},
        {"answers": "席数: たくさん", "outcome": "has_errors"},
        {"answers": "shops:\n  - days: 3\n  - days: 4", "shown": ["備考"], "outcome": "can_send"},
        {"answers": "start: 2026-12-01", "today": "2026-11-24", "outcome": "can_send"},
    ],
)
def test_case_that_holds_says_nothing(values: dict[str, Any]) -> None:
    assert broken(**values) == []


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"shown": ["why"], "answers": "kind: cafe"}, "例: 「why」が表示されません。"),
        ({"hidden": ["why"], "answers": "kind: bar"}, "例: 「why」が表示されます。"),
        (
            {"answers": "席数: 12", "values": [{"question": "倍", "value": "25"}]},
            "例: 「倍」が25ではなく24になります。",
        ),
        ({"answers": "席数: 100001"}, "例: 結果が違います：10万席までです。"),
        ({"outcome": "has_errors"}, "例: 結果が違います：送信できます。"),
        ({"answers": "客席: 1"}, "例: 「客席」という質問は、この様式にありません。"),
        ({"answers": "業態: 酒場"}, "例: 「業態」に「酒場」という選択肢はありません。"),
        ({"answers": "[1"}, "例: 回答を読み取れません。「質問: 回答」を1行ずつ書いてください。"),
        ({"answers": "days: 3"}, "例: 「日数」は、この場所の質問ではありません。"),
    ],
)
def test_case_that_does_not_hold_says_what_is_different(values: dict[str, Any], sentence: str) -> None:
    (message,) = broken(**{"outcome": "can_send", **values})
    assert message.startswith(sentence)


def test_broken_case_keeps_a_page_from_being_published() -> None:
    page = page_with(case(outcome="is_stopped"))
    places = [problem.place for problem in problems(page) if problem.is_error and problem.place.field == "test_cases"]
    assert [place.block_id for place in places] == [page.test_cases[0].id]
