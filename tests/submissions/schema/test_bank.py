from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from submissions.schema import Field
from submissions.schema.kinds import KINDS
from submissions.schema.kinds.bank import BankKind

QUESTION = Field(key="f", kind="bank", label="振込先")
TYPED = {
    "bank": "みずほ銀行",
    "branch": "渋谷支店",
    "kind": "ordinary",
    "number": "１２３４",
    "holder": "やまだ　たろう",
}
POST = TYPED | {"bank": "ゆうちょ銀行", "branch": "１０１８０", "number": "12345671", "kind": ""}
VALUE = {
    "bank_code": "0001",
    "bank_name": "みずほ",
    "branch_code": "210",
    "branch_name": "渋谷",
    "kind": "ordinary",
    "number": "0001234",
    "holder": "ﾔﾏﾀﾞ ﾀﾛｳ",
}


def clean(raw: Any) -> Any:
    return KINDS["bank"].validate(QUESTION, raw)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"bank": "0001", "branch": "210"},
        {"bank": "０００１", "branch": "２１０"},
        {"bank": "ミズホ", "branch": "シブヤ"},
        {"bank": "0001 みずほ", "branch": "210 渋谷"},
        {"kind": "普通", "number": "0001-234"},
    ],
)
def test_an_account_is_understood_by_name_and_by_code(changes: dict[str, str]) -> None:
    assert clean(TYPED | changes) == VALUE


def test_a_filed_account_means_itself() -> None:
    assert clean(VALUE) == VALUE


@pytest.mark.parametrize(
    ("symbol", "number", "branch", "kind", "account"),
    [
        ("10180", "12345671", "018", "ordinary", "1234567"),
        ("10180-2", "671", "018", "ordinary", "0000067"),
        ("00180", "12345", "019", "current", "0012345"),
    ],
)
def test_symbol_and_number_of_the_post_bank_are_converted(
    symbol: str, number: str, branch: str, kind: str, account: str
) -> None:
    value = clean(POST | {"branch": symbol, "number": number})
    assert (value["branch_code"], value["kind"], value["number"]) == (branch, kind, account)


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("きょうと　はなこ", "ｷﾖｳﾄ ﾊﾅｺ"),
        ("ｶ)ｳﾞｨﾗ･ｵｰｻｶ", "ｶ)ｳﾞｲﾗ.ｵ-ｻｶ"),
        ("カ）マドグチ－１", "ｶ)ﾏﾄﾞｸﾞﾁ-1"),
        ("John smith", "JOHN SMITH"),
        ("ヲノ", "ｵﾉ"),
    ],
)
def test_the_holder_is_written_as_banks_write(typed: str, holder: str) -> None:
    assert clean(TYPED | {"holder": typed})["holder"] == holder


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"bank": ""}, "no_bank"),
        ({"bank": "どこにもない銀行"}, "unknown"),
        ({"bank": "9999"}, "unknown"),
        ({"bank": "三井"}, "ambiguous"),
        ({"branch": ""}, "no_branch"),
        ({"branch": "どこにもない支店"}, "unknown"),
        ({"branch": "999"}, "unknown"),
        ({"kind": ""}, "no_kind"),
        ({"kind": ["ordinary"]}, "invalid_choice"),
        ({"number": ""}, "no_number"),
        ({"number": "12a"}, "invalid_number"),
        ({"number": "12345678"}, "number_too_long"),
        ({"number": "1" * 101}, "too_long"),
        ({"holder": ""}, "no_holder"),
        ({"holder": "山田"}, "not_zengin"),
        ({"holder": "ヤマダ＆"}, "not_zengin"),
        ({"holder": "ア" * 101}, "too_long"),
        ({"holder": {"a": 1}}, "invalid"),
        ({"bank": ["みずほ"]}, "invalid"),
    ],
)
def test_what_cannot_be_an_account_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean(TYPED | changes)
    assert refusal.value.code == code


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(ValidationError) as refusal:
        clean({"bank": "みずほ"})
    assert [fault.code for fault in refusal.value.error_list] == ["no_branch", "no_number", "no_kind", "no_holder"]


def test_a_symbol_whose_branch_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        clean(POST | {"branch": "11580"})
    assert refusal.value.code == "unknown"


def test_an_unclear_name_is_answered_with_what_it_could_mean() -> None:
    account = BankKind().read(QUESTION, {"bank": "三井"})
    assert {"0009", "0294"} <= {bank.code for bank in account.banks}
    assert BankKind().read(QUESTION, {"bank": "みずほ"}).branches != []


def test_a_person_reads_the_account_in_lines() -> None:
    with override("ja"):
        assert KINDS["bank"].display(QUESTION, VALUE).split("\n") == [
            "みずほ（0001）",
            "渋谷（210）",
            "普通 0001234",
            "ﾔﾏﾀﾞ ﾀﾛｳ",
        ]


def test_nobody_finds_a_case_by_its_account() -> None:
    assert KINDS["bank"].search_text(QUESTION, VALUE) == ""
