import pytest
from django.core.exceptions import ValidationError

from accounts.japanese.banks import bank, banks_like, branch, branches_like, the_one
from accounts.japanese.zengin import zengin_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("みずほ銀行", "0001"),
        ("三菱UFJ", "0005"),
        ("三菱ＵＦＪ銀行", "0005"),
        ("らくてん", "0036"),
        ("楽天銀行", "0036"),
        ("大阪信用金庫", "1630"),
        ("ユウチョ", "9900"),
        ("0158", "0158"),
    ],
)
def test_a_bank_is_found_by_what_people_call_it(text: str, code: str) -> None:
    found = the_one(banks_like(text), text)
    assert found and found.code == code


@pytest.mark.parametrize("text", ["", " ", "銀行", "\x00", "x" * 100_000, "()[*", "99999"])
def test_what_names_no_bank_means_none(text: str) -> None:
    assert the_one(banks_like(text), text) is None


def test_a_branch_belongs_to_its_bank() -> None:
    assert (str(branch("0001", "210")), branch("0001", "999"), branch("9999", "001")) == ("210 渋谷", None, None)
    assert str(bank("9900")) == "9900 ゆうちょ"
    assert [place.code for place in branches_like("0001", "シブヤ支店")][:1] == ["210"]


@pytest.mark.parametrize("text", ["ｶﾌﾞｼｷｶﾞｲｼﾔ ﾏﾄﾞｸﾞﾁ", "ｶ)ｴ-ﾋﾞ-ｼ-", "A-1/2.(B)"])
def test_a_name_in_the_letters_of_the_banks_stays(text: str) -> None:
    assert zengin_name(text) == text


def test_the_letters_that_banks_cannot_write_are_named() -> None:
    with pytest.raises(ValidationError, match="山 田"):
        zengin_name("山田タロウ")
