"""A question of several boxes: what stands in them, and what is read from them."""

from typing import Any

import pytest
from django.http import QueryDict

from submissions.forms.builder import StepForm
from submissions.forms.scripts import scripts_of
from submissions.schema import Choice, Field, Step
from tests.factories.forms import one_step

ROWS = (Choice(key="food", label="食材費"), Choice(key="rent", label="家賃"))
COLUMNS = (Field(key="cost", kind="money", label="金額"),)
TABLE = Field(key="q", kind="table", label="費用", choices=ROWS, fields=COLUMNS)
ACCOUNT = {
    "bank_code": "0001",
    "bank_name": "みずほ",
    "branch_code": "210",
    "branch_name": "渋谷",
    "kind": "ordinary",
    "number": "0001234",
    "holder": "ﾔﾏﾀﾞ ﾀﾛｳ",
}


def form_of(question: Field, answer: Any = None, **settings: Any) -> StepForm:
    step = Step(key="s", title="段", fields=(question,))
    return StepForm(step, one_step(step, {"q": answer}), **settings)


def markup(kind: str, answer: Any = None, **changes: Any) -> str:
    return str(form_of(Field(key="q", kind=kind, label="質問", **changes), answer).items[0].markup)


@pytest.mark.parametrize(
    ("kind", "typed", "raw"),
    [
        ("name", "q-name=山田&q-kana=やまだ", {"name": "山田", "kana": "やまだ"}),
        ("month", "q-year=令和8&q-month=4", {"year": "令和8", "month": "4"}),
        (
            "period",
            "q-from-year=2026&q-from-month=4&q-from-day=1&q-to-year=2026",
            {
                "from": {"year": "2026", "month": "4", "day": "1"},
                "to": {"year": "2026", "month": "", "day": ""},
            },
        ),
        (
            "bank",
            "q-bank=みずほ&q-kind=ordinary&q-number=1",
            {"bank": "みずほ", "branch": "", "kind": "ordinary", "number": "1", "holder": ""},
        ),
        ("yesno", "q=yes", "yes"),
        ("delivery", "q=paper", "paper"),
    ],
)
def test_what_is_typed_into_the_boxes_is_the_raw_answer(kind: str, typed: str, raw: Any) -> None:
    assert form_of(Field(key="q", kind=kind, label="質問")).changes(QueryDict(typed)) == {"q": raw}


@pytest.mark.parametrize("kind", ["name", "month", "period", "bank"])
def test_a_question_that_the_page_did_not_ask_changes_nothing(kind: str) -> None:
    assert form_of(Field(key="q", kind=kind, label="質問")).changes(QueryDict("other=1")) == {}


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        ("name", {"name": "山田", "kana": "ヤマダ"}, ['value="山田"', 'value="ヤマダ"']),
        ("month", "2026-04", ['value="2026"', 'value="4"']),
        ("period", {"from": "2026-04-01", "to": "2027-05-02"}, ['value="2026"', 'value="2027"', 'value="5"']),
        ("bank", ACCOUNT, ['value="0001 みずほ"', 'value="210 渋谷"', 'value="ordinary" checked', "普通 0001234"]),
        ("bank", {"bank": "三井", "branch": ""}, ["三井住友信託", 'value="q:bank:0009 三井住友"']),
        ("month", ["nonsense"], []),
        ("period", "nonsense", []),
        ("bank", 7, []),
        ("name", [1], []),
    ],
)
def test_the_boxes_show_what_the_draft_holds(kind: str, answer: Any, words: list[str]) -> None:
    html = markup(kind, answer) if not isinstance(answer, list) else markup(kind, {"x": answer})
    assert [word for word in words if word not in html] == []


@pytest.mark.parametrize("raw", [["a"], {"bank": ["x"], "number": {"y": 1}}, {"from": {"year": ["x"]}}, "x" * 5000])
@pytest.mark.parametrize("kind", ["name", "period", "bank"])
def test_a_draft_with_nonsense_is_still_drawn(kind: str, raw: Any) -> None:
    assert "質問" in markup(kind, raw)


def test_a_locked_account_offers_nothing_to_press() -> None:
    question = Field(key="q", kind="bank", label="口座")
    html = str(form_of(question, {"bank": "三井"}, open_paths=set()).items[0].markup)
    assert ("<button" in html, "disabled" in html) == (False, True)


def test_a_photo_opens_the_camera_unless_the_author_says_otherwise() -> None:
    assert 'capture="environment"' in markup("photo") and ".heic" in markup("photo")
    assert "capture" not in markup("photo", options={"camera": False})


def test_the_rows_of_a_table_are_asked_in_order_and_cannot_be_changed() -> None:
    item = form_of(TABLE, [{"id": "rent", "cost": "5"}, {"id": "other", "cost": "1"}]).items[0]
    assert [row.label for row in item.rows] == ["費用：食材費", "費用：家賃"]
    assert (item.can_add, item.is_following) == (False, True)
    typed = form_of(TABLE).changes(QueryDict("q.food.cost=100&q.rent.cost=200&q.other.cost=3"))
    assert typed == {"q": [{"id": "food", "cost": "100"}, {"id": "rent", "cost": "200"}]}


def test_a_list_of_errors_names_the_row() -> None:
    form = form_of(TABLE, is_checked=True)
    assert [getattr(form.fields[path], "place", "") for path in form.errors] == ["費用：食材費", "費用：家賃"]


def test_limits_stand_beside_the_question() -> None:
    assert "50文字まで" in markup("text", options={"max_length": 50})
    assert "2個以上選択、3個まで選択" in markup("checkboxes", choices=ROWS, options={"min": 2, "max": 3})


def test_a_step_loads_only_the_scripts_that_its_questions_need() -> None:
    group = Field(key="g", kind="group", label="行", fields=(Field(key="b", kind="bank", label="口座"),))
    fields = (Field(key="n", kind="name", label="氏名"), Field(key="t", kind="text", label="文"), group)
    assert scripts_of(Step(key="s", title="段", fields=fields)) == (
        "submissions/kana.js",
        "submissions/combobox.js",
        "submissions/bank.js",
    )
    assert scripts_of(Step(key="s", title="段", fields=fields[1:2])) == ()
