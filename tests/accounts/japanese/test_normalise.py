import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.japanese.normalise import as_typed, half_width, katakana, one_line, search_key

COMPATIBILITY_KANJI = [chr(code) for code in range(0xFA0E, 0xFA2E)]
"""Characters of names that a Windows keyboard types; NFC replaces 22 of them by another shape."""


@pytest.mark.parametrize("function", [as_typed, one_line, katakana])
@given(text=st.text())
def test_a_second_pass_changes_nothing(function: object, text: str) -> None:
    assert callable(function)
    assert function(function(text)) == function(text)


@pytest.mark.parametrize("character", COMPATIBILITY_KANJI)
def test_characters_of_names_stay_as_they_are(character: str) -> None:
    assert one_line(character) == character


def test_composing_everything_would_have_changed_names() -> None:
    changed = [character for character in COMPATIBILITY_KANJI if unicodedata.normalize("NFC", character) != character]
    assert ("\ufa19" in changed, "\ufa11" in changed, len(changed)) == (True, False, 20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u845b\U000e0100\u57ce", "\u845b\U000e0100\u57ce"),
        ("\u9ad9\ufa11", "\u9ad9\ufa11"),
        ("\U00020bb7\u91ce", "\U00020bb7\u91ce"),
        ("e\u0301", "e\u0301"),
        ("か\u3099", "\u304c"),
        ("ハ\u309a", "\u30d1"),
        ("か\x00\u3099", "\u304c"),
        ("\u3041\u3099", "\u3041\u3099"),
        ("Ａｂ１", "Ａｂ１"),
        ("\u202e山田", "山田"),
    ],
)
def test_only_split_kana_are_composed(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one(line_end: str) -> None:
    assert (as_typed(f"一{line_end}二"), one_line(f"一{line_end}二")) == ("一\n二", "一 二")


@pytest.mark.parametrize("hyphen", "-‐‑‒–—―−－ーｰ")
def test_every_hyphen_is_one_in_a_number(hyphen: str) -> None:
    assert half_width(f"０６{hyphen}１２３４") == "06-1234"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("わたなべ", "ワタナベ"),
        ("ﾜﾀﾅﾍﾞ", "ワタナベ"),
        ("渡邉", "渡辺"),
        ("Ａ 社", "a社"),
    ],
)
def test_spellings_of_one_name_share_a_search_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)
