import pytest

from theme.reading.furigana import common_readings, with_furigana


def above(base: str, reading: str) -> str:
    return f"<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


@pytest.mark.parametrize(
    ("text", "marked_up"),
    [
        ("申請者の申請", f"<span>{above('申請者', 'しんせいしゃ')}の{above('申請', 'しんせい')}</span>"),
        ("確かめる", f"<span>{above('確', 'たし')}かめる</span>"),
        ('<a title="申請" href="/申請/">はい</a>', '<a title="申請" href="/申請/">はい</a>'),
        ("<title>申請</title><textarea>申請</textarea>", "<title>申請</title><textarea>申請</textarea>"),
        ("<script>'申請'</script><!-- 申請 -->", "<script>'申請'</script><!-- 申請 -->"),
        ("<select><option>申請</option></select>", "<select><option>申請</option></select>"),
        ("<ruby>申請<rt>もうし</rt></ruby>", "<ruby>申請<rt>もうし</rt></ruby>"),
    ],
)
def test_readings_stand_above_words_and_nothing_else(text: str, marked_up: str) -> None:
    assert with_furigana(text) == marked_up


def test_the_words_of_a_page_come_before_the_common_ones() -> None:
    assert (
        with_furigana("申請書を", {"申請書": "もうしこみしょ"}) == f"<span>{above('申請書', 'もうしこみしょ')}を</span>"
    )


def test_the_list_holds_words_in_characters_with_readings_in_kana() -> None:
    wrong = [word for word, reading in common_readings().items() if not reading.isalpha() or "ぁ" <= word[0] <= "ヺ"]
    assert (wrong, len(common_readings()) > 200) == ([], True)
