from typing import Any

from procedure_pages.eligibility.walk import questions_in, walk
from procedure_pages.models import ProcedurePage

from .questions import PERMIT, SHOP, asks, stored

field: Any = ProcedurePage._meta.get_field("eligibility_check")


def test_an_answer_may_lead_past_questions_but_never_back() -> None:
    jump = asks("A", {"label": "飛ばす", "next_question": PERMIT["name"]}, {"label": "戻る", "next_question": "A"})
    questions = questions_in(field.to_python(stored(jump, SHOP, PERMIT)))
    for place, following in enumerate((PERMIT["name"], SHOP["name"])):
        walked = walk(questions, {questions[0].key: questions[0].choices[place].key})
        assert walked.open is not None and walked.open.words == following


def test_answers_off_the_way_do_not_count() -> None:
    questions = questions_in(field.to_python(stored(SHOP, PERMIT)))
    walked = walk(questions, {questions[1].key: questions[1].choices[0].key})
    assert (walked.open, walked.verdict) == (questions[0], None)
