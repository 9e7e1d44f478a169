from typing import Any

import pytest
from wagtail.blocks import StreamValue

from procedure_pages.demo.language import Block
from procedure_pages.eligibility import check_faults
from procedure_pages.models import ProcedurePage

from .questions import NOT_HERE, PERMIT, SHOP, asks, stored


def told(*questions: Block) -> list[tuple[bool, str]]:
    field: Any = ProcedurePage._meta.get_field("eligibility_check")
    stream: StreamValue = field.to_python(stored(*questions))
    return [(problem.is_error, str(problem.message)) for problem in check_faults(stream)]


YES = {"label": "はい"}
NO = {"label": "いいえ", **NOT_HERE}


@pytest.mark.parametrize(
    ("question", "is_error", "words"),
    [
        (asks("A", YES), True, "2つ以上必要です"),
        (asks("A", YES, {**YES, **NOT_HERE}), True, "「はい」"),
        (asks("A", YES, {"label": "いいえ", "leads_to": "may_not", "advice": "…"}), True, "理由が伝わりません"),
        (asks("A", YES, {"label": "いいえ", "leads_to": "may_not", "reason": "…"}), True, "代わりにできること"),
        (asks("A", YES, {"label": "いいえ", "leads_to": "ask"}), True, "理由が伝わりません"),
        (asks("A", {**YES, "next_question": "許可を受けていますか。"}, NO), False, "この質問に進む答えがありません"),
        (asks("A", {**YES, "next_question": "ない質問"}, NO), True, "「ない質問」"),
        (asks("A", {**YES, "next_question": "A"}, NO), True, "チェックが終わりません"),
        (asks("A", {**NO, "next_question": "B"}, YES), False, "次の質問は使われません"),
        (asks(SHOP["name"], YES, NO), True, "という質問が2つあります"),
        (asks("A", NO, {**NO, "label": "どちらでもない"}), True, "「申請できる」になりません"),
    ],
)
def test_faults_are_named(question: Block, is_error: bool, words: str) -> None:
    between = [SHOP] if question["value"]["question"] in ("A", SHOP["name"]) else []
    found = told(question, *between, PERMIT)
    assert any(words in message and error == is_error for error, message in found), found


def test_a_check_that_lets_everybody_pass_is_pointed_out() -> None:
    assert told(asks("A", YES, {"label": "いいえ"})) == [(False, "どのように答えても「申請できる」になります。")]


def test_a_sound_check_has_no_fault() -> None:
    assert told(SHOP, PERMIT) == []
    assert told() == []
