from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedure_pages.formulas import FormulaError, Names, compile_formula
from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.expressions import faults_of

SHOPS = Field(
    key="k-shops",
    kind="group",
    label="店舗",
    fields=(
        Field(key="k-rate", kind="money", label="日額", alias="rate"),
        Field(key="k-days", kind="integer", label="対象日数", alias="days"),
        Field(key="k-staff", kind="group", label="従業員", fields=(Field(key="k-who", kind="text", label="氏名"),)),
    ),
)
SCHEMA = FormSchema(
    steps=(
        Step(
            key="k-step",
            title="内容",
            fields=(
                Field(
                    key="k-kind",
                    kind="radio",
                    label="業態",
                    alias="kind",
                    choices=(Choice(key="c-bar", label="居酒屋", alias="bar"), Choice(key="c-cafe", label="喫茶店")),
                ),
                Field(key="k-area", kind="integer", label="面積（平方メートル）", alias="area"),
                Field(key="k-start", kind="date", label="開始日 予定", alias="start"),
                Field(key="k-at", kind="address", label="所在地"),
                SHOPS,
            ),
        ),
    )
)
EXPRESSIONS: dict[str, Any] = {
    "1+2×3": ["+", 1, ["*", 2, 3]],
    "（１＋２）＊３": ["*", ["+", 1, 2], 3],
    "10-3-2": ["-", ["-", 10, 3], 2],
    "-{area}": ["-", ["get", "k-area"]],
    "{面積（平方メートル）} × 1.5": ["*", ["get", "k-area"], ["number", "1.5"]],
    "area*10%": ["*", ["get", "k-area"], ["/", 10, 100]],
    'kind = "bar"': ["=", ["get", "k-kind"], "c-bar"],
    "業態 ≠ 「喫茶店」": ["!=", ["get", "k-kind"], "c-cafe"],
    'area >= 10 かつ area < 20 または kind = "bar"': [
        "any",
        ["all", [">=", ["get", "k-area"], 10], ["<", ["get", "k-area"], 20]],
        ["=", ["get", "k-kind"], "c-bar"],
    ],
    "合計({日額} × {対象日数})": ["sum", "k-shops", ["*", ["get", "k-rate"], ["get", "k-days"]]],
    "sum(店舗, rate)": ["sum", "k-shops", ["get", "k-rate"]],
    "件数(店舗)": ["count", "k-shops"],
    "件数(店舗, days > 3)": ["count", "k-shops", [">", ["get", "k-days"], 3]],
    "最大(rate)": ["highest", "k-shops", ["get", "k-rate"]],
    "最大(area, 0)": ["max", ["get", "k-area"], 0],
    "すべて(店舗, rate <= area)": ["every", "k-shops", ["<=", ["get", "k-rate"], ["get", "k-area"]]],
    "どれか(店舗, 件数(従業員) = 0)": ["some", "k-shops", ["=", ["count", "k-staff"], 0]],
    "切捨て(area ÷ 3, 100)": ["floor", ["/", ["get", "k-area"], 3], 100],
    'もし(kind = "bar", 10, 20)': ["if", ["=", ["get", "k-kind"], "c-bar"], 10, 20],
    "空欄なら(area, 0)": ["default", ["get", "k-area"], 0],
    "日数(今日, start)": ["days", ["today"], ["get", "k-start"]],
    "年齢({開始日 予定}, 今日())": ["age", ["get", "k-start"], ["today"]],
    "start >= 「今日+60日」": [">=", ["get", "k-start"], ["add_days", ["today"], 60]],
    "市区町村(所在地) = 「堺市」": ["=", ["part", ["get", "k-at"], "city"], "堺市"],
    "始まる(市区町村(所在地), 「大阪市」)": ["starts", ["part", ["get", "k-at"], "city"], "大阪市"],
    "申請者の種別 = 「事業者」": ["=", ["applicant"], "business"],
    "月数(start, 今日)": ["months", ["get", "k-start"], ["today"]],
    "時間数(「9:00」, 「12:30」)": ["hours", "9:00", "12:30"],
    "つなぐ(市区町村(所在地), 「の店」)": ["join", ["part", ["get", "k-at"], "city"], "の店"],
    "重複なし(rate)": ["distinct", "k-shops", ["get", "k-rate"]],
    "重なりなし(店舗, rate)": ["apart", "k-shops", ["get", "k-rate"]],
    "支店名(所在地)": ["part", ["get", "k-at"], "branch_name"],
    "表(「手数料」, area)": ["lookup", "手数料", None, ["get", "k-area"]],
    "表(手数料, kind)": [
        "lookup",
        "手数料",
        None,
        ["if", ["=", ["get", "k-kind"], "c-bar"], "bar", ["if", ["=", ["get", "k-kind"], "c-cafe"], "喫茶店", None]],
    ],
    "表の基準日(手数料, start, area)": ["lookup", "手数料", ["get", "k-start"], ["get", "k-area"]],
}


def compiled(formula: str, scope: tuple[str, ...] = ()) -> Any:
    return compile_formula(formula, Names(SCHEMA), scope, tables={"手数料"}.__contains__)


@pytest.mark.parametrize("formula", EXPRESSIONS)
def test_formula_becomes_its_expression(formula: str) -> None:
    assert compiled(formula) == EXPRESSIONS[formula]
    assert faults_of(EXPRESSIONS[formula]) == []


def test_formula_of_a_column_sees_its_row() -> None:
    assert compiled("rate × days", ("k-shops",)) == ["*", ["get", "k-rate"], ["get", "k-days"]]
    assert compiled("件数(従業員)", ("k-shops",)) == ["count", "k-staff"]


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("", "計算式が途中で終わっています。"),
        ("1 +", "計算式が途中で終わっています。"),
        ("(1 + 2", "計算式が途中で終わっています。"),
        ("1 2", "「2」はここには書けません。"),
        ("面積", "「面積」という質問は、この様式にありません。"),
        ("rate × 2", "「日額」は、繰り返しの1件ごとにたずねる質問です。"),
        ("kind = 「酒場」", "「業態」に「酒場」という選択肢はありません。"),
        ("area = 「広い」", "「面積（平方メートル）」は数の質問です。"),
        ("合計(area)", "合計や件数の対象にする、繰り返しのグループか、その中の質問を書いてください。"),
        ("平方根(area)", "「平方根」という関数はありません。"),
        ("切捨て()", "関数に渡す値の数が合いません。"),
        ("表(税額, area)", "「税額」という早見表はありません。"),
        ("area @ 2", "ここが読み取れません："),
        ("(" * 40 + "1" + ")" * 40, "計算式の入れ子が深すぎます。"),
        ("1" * 2001, "計算式は2000文字以内"),
    ],
)
def test_formula_that_cannot_be_understood_says_why(formula: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as fault:
        compiled(formula)
    assert str(fault.value).startswith(sentence)


def test_name_that_two_questions_share_needs_an_alias() -> None:
    twice = tuple(Field(key=f"k{number}", kind="integer", label="数") for number in (1, 2))
    with pytest.raises(FormulaError, match="複数あります"):
        Names(FormSchema(steps=(Step(key="s", title="s", fields=twice),))).place("数")


@given(st.text(alphabet='area{}日額()（）+-×÷=＜>「」"、,.12 かつまたは合計表もし', max_size=30))
def test_formula_never_breaks_the_compiler(formula: str) -> None:
    try:
        assert faults_of(compiled(formula)) == []
    except FormulaError as fault:
        assert str(fault)
