"""Rules as an editor builds them, compiled, and what publishing refuses."""

from typing import Any

import pytest

from procedure_pages.checks import problems
from procedure_pages.compiler import Compiled, compile_form
from procedure_pages.demo.language import Block, ask, choose, repeat, step, stream_data
from procedure_pages.models import ProcedurePage
from procedure_pages.rule_checks import is_never_true, rule_faults
from submissions.schema import Rule, schema_from_json, schema_to_json

pytestmark = pytest.mark.django_db

COLUMNS = [ask("integer", "days", "日数"), ask("text", "note", "備考", required=False)]
STEPS = [
    step(
        "業態",
        [
            choose("radio", "kind", "業態", [("bar", "居酒屋"), ("cafe", "喫茶店")]),
            ask("integer", "seats", "席数"),
            ask("text", "why", "理由", required=False),
            ask("date", "start", "着手予定日"),
            ask("address", "place", "所在地"),
            ask("calculated", "double", "倍", formula="{席数} × 2"),
        ],
    ),
    step(
        "店舗", [repeat("shops", "店舗", [ask("integer", "days", "日数"), ask("text", "note", "備考", required=False)])]
    ),
]


def when(question: str, comparison: str = "is", value: str = "", over: str = "") -> dict[str, str]:
    return {"question": question, "comparison": comparison, "value": value, "over": over}


def rule(effect: str, *conditions: dict[str, str], targets: tuple[str, ...] = ("why",), **value: Any) -> Block:
    items = [{"type": "item", "name": str(number), "value": one} for number, one in enumerate(conditions)]
    names = [{"type": "item", "name": name, "value": name} for name in targets]
    return {"type": effect, "name": effect, "value": {"conditions": items, "targets": names, "match": "all", **value}}


def compiled(*rules: Block, steps: list[Block] = STEPS) -> Compiled:
    page = ProcedurePage(steps=stream_data(steps, "test"), rules=stream_data(list(rules), "rules"))
    return compile_form(page)


def key(name: str) -> str:
    schema = compiled().schema
    return next(found for found, place in schema.index.items() if place.field.alias == name)


def only(found: Compiled) -> Rule:
    assert [fault.message for fault in found.faults] == []
    (single,) = found.schema.rules
    return single


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (when("席数", "more", "１０"), [">", ["get", "seats"], 10]),
        (when("seats", "answered"), ["not", ["empty", ["get", "seats"]]]),
        (when("start", "less", "今日+60日"), ["<", ["get", "start"], ["add_days", ["today"], 60]]),
        (when("start", "at_least", "2027-04-01"), [">=", ["get", "start"], "2027-04-01"]),
        (when("申請者の種別", "is", "事業者"), ["=", ["applicant"], "business"]),
        (when("seats", "more", "={倍}"), [">", ["get", "seats"], ["get", "double"]]),
        (when("", "is", "=席数 > 10"), [">", ["get", "seats"], 10]),
    ],
)
def test_condition_becomes_an_expression(condition: dict[str, str], expected: Any) -> None:
    assert by_alias(only(compiled(rule("show", condition))).when) == expected


def by_alias(expression: Any) -> Any:
    """An expression with aliases for keys."""
    if isinstance(expression, list):
        return [by_alias(part) for part in expression]
    place = compiled().schema.index.get(expression) if isinstance(expression, str) else None
    return place.field.alias if place else expression


def test_choice_is_named_by_its_words_or_alias() -> None:
    words, alias = (only(compiled(rule("show", when("業態", "is", name)))).when for name in ("居酒屋", "bar"))
    assert words == alias


def test_address_is_compared_by_its_town() -> None:
    found = only(compiled(rule("stop", when("所在地", "starts", "大阪市"), targets=(), message="市が窓口です。")))
    assert found.when == ["starts", ["part", ["get", key("place")], "city"], "大阪市"]


def test_rule_about_a_row_looks_at_its_row() -> None:
    found = only(compiled(rule("require", when("日数", "more", "3"), targets=("備考",))))
    assert found.when == [">", ["get", key("days")], 3]


def test_question_of_a_group_seen_from_outside_needs_any_or_all() -> None:
    assert only(compiled(rule("show", when("days", "more", "3", "some")))).when == [
        "some",
        key("shops"),
        [">", ["get", key("days")], 3],
    ]
    (fault,) = compiled(rule("show", when("days", "more", "3"))).faults
    assert "繰り返しの1件ごと" in fault.message


def test_targets_may_be_steps_and_choices() -> None:
    found = only(compiled(rule("show", when("seats", "answered"), targets=("店舗", "業態=居酒屋"))))
    schema = compiled().schema
    assert found.targets[0] in (schema.steps[1].key, key("shops"))
    assert found.targets[1].startswith(f"{key('kind')}:")


def test_limit_keeps_its_requirements_and_sentence() -> None:
    must = [{"type": "item", "name": "0", "value": when("seats", "at_most", "50")}]
    found = only(compiled(rule("limit", targets=("seats",), requirements=must, message="50席までです。")))
    assert (found.when, found.check, found.message) == (True, ["<=", ["get", key("seats")], 50], "50席までです。")


def test_rules_survive_being_stored() -> None:
    schema = compiled(rule("show", when("業態", "is", "bar")), rule("skip", targets=("why",))).schema
    assert schema_from_json(schema_to_json(schema)) == schema


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (rule("show", when("客席", "is", "1")), "「客席」という質問は、この様式にありません。"),
        (rule("show", when("業態", "is", "酒場")), "「業態」に「酒場」という選択肢はありません。"),
        (rule("show", when("seats", "more", "たくさん")), "「席数」は数の質問です。"),
        (rule("show", when("seats", "more", "")), "どの回答のときかを書いてください。"),
        (rule("show", when("seats", "answered"), targets=("備考", "why")), "1つの条件の対象は、すべて同じ"),
        (rule("show", when("seats", "answered", "", "some")), "「席数」は、繰り返しグループの中の質問ではありません。"),
        (rule("set", when("start", "answered"), targets=("seats",), formula="1"), "「席数」は自動計算の項目ではない"),
        (rule("require", when("seats", "answered"), targets=("double",)), "「倍」は、必須にできる質問ではありません。"),
        (rule("skip", targets=("seats",)), "「席数」は必須ですが、この条件によっていつも表示されません。"),
        (rule("show", when("seats", "more", "9"), when("seats", "less", "3")), "条件どうしが矛盾しているため"),
        (rule("show", when("seats", "answered"), targets=("seats",)), "次の項目の条件や計算が、互いに循環しています"),
    ],
)
def test_rule_that_cannot_work_is_told_beside_its_block(made: Block, sentence: str) -> None:
    found = compiled(made)
    faults = [*found.faults, *rule_faults(found)]
    assert [fault.message[: len(sentence)] for fault in faults] == [sentence]


def test_formula_that_cannot_work_is_told_beside_its_question() -> None:
    steps = [step("一", [ask("calculated", "sum", "合計", formula="合計({金額})")])]
    (fault,) = compiled(steps=steps).faults
    assert fault.place == next(iter(compiled(steps=steps).schema.index))


def test_faults_of_rules_keep_a_page_from_being_published() -> None:
    page = ProcedurePage(steps=stream_data(STEPS, "test"), rules=stream_data([rule("show", when("客席"))], "rules"))
    assert any("客席" in str(problem.message) and problem.is_error for problem in problems(page))


@pytest.mark.parametrize(
    ("condition", "is_never"),
    [
        (["all", ["=", ["get", "a"], "x"], ["=", ["get", "a"], "y"]], True),
        (["all", ["=", ["get", "a"], "x"], ["!=", ["get", "a"], "x"]], True),
        (["all", ["=", ["get", "a"], 3], [">", ["get", "a"], 3]], True),
        (["all", [">=", ["get", "a"], 3], ["<=", ["get", "a"], 3]], False),
        (["all", [">", ["get", "a"], 3], ["<=", ["get", "a"], 3]], True),
        (["all", ["=", ["get", "a"], "x"], ["=", ["get", "b"], "y"]], False),
        (["any", ["=", ["get", "a"], "x"], ["=", ["get", "a"], "y"]], False),
        (True, False),
    ],
)
def test_contradictions_are_found(condition: Any, is_never: bool) -> None:
    assert is_never_true(condition) is is_never
