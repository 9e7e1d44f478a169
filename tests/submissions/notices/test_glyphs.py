import pytest
from fontTools.ttLib import TTFont

from accounts.japanese.normalise import as_typed
from submissions.notices.glyphs import FONT_DIR, coverage, printable, substituted, unprintable


@pytest.mark.parametrize("character", "髙﨑彅鄧𩸽德鷗濵邉邊齋ヷ①㈱～−—…〒刘\U00020bb7\ufa19\ufa1b\ufa11")
def test_characters_of_names_are_printed_as_they_are(character: str) -> None:
    assert printable(character) == (character, [])


def test_what_no_font_has_is_shown_as_geta_and_reported_once() -> None:
    assert printable("山😀田😀") == ("山〓田〓", ["😀"])


def test_reporting_looks_into_every_text_of_the_content() -> None:
    content = {"name": "山😀田", "rows": [{"value": "𓀀😀"}, 3, None]}
    assert unprintable(content) == ["😀", "𓀀"]


def test_a_known_variation_is_kept_and_an_unknown_one_falls_back_to_the_plain_form() -> None:
    known, unknown = "葛\U000e0100", "山\U000e01ef"
    assert (printable(known), printable(unknown)) == ((known, []), ("山", []))


def test_joiners_and_emoji_styles_leave_nothing_behind() -> None:
    assert printable("a\u200d\ufe0fb\tc\u00a0d")[0].replace("\u00a0", " ") == "ab c d"


def test_every_face_of_the_text_font_has_the_same_characters() -> None:
    faces = [frozenset(TTFont(path, lazy=True).getBestCmap()) for path in sorted(FONT_DIR.glob("BIZUD*.ttf"))]
    assert (len(faces), len(set(faces))) == (3, 1)


def test_all_of_jis_x_0213_but_three_signs_can_be_printed() -> None:
    lead = range(0xA1, 0xFF)
    codes = [prefix + bytes([row, cell]) for prefix in (b"", b"\x8f") for row in lead for cell in lead]
    letters = {letter for code in codes for letter in as_typed(code.decode("euc_jis_2004", "ignore"))}
    assert sorted(letter for letter in letters if ord(letter) not in coverage()) == ["ǵ", "⦅", "⦆"]


def test_substituted_names_what_is_printed_otherwise() -> None:
    rare, plain_only = "\U000323af", "山\U000e01ef"
    typed = {"name": f"髙𠮷{rare}\n", "kana": "ヤマ", "more": [plain_only, 3, None]}
    assert substituted(typed) == [rare, plain_only]
    assert substituted("葛󠄀城市　髙橋 ㈱") == []
