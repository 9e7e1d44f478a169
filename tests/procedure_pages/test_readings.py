import pytest
from django.core.exceptions import ValidationError

from procedure_pages.readings import check_readings, readings_in


def test_each_line_is_a_word_with_its_reading() -> None:
    text = "埋蔵文化財 まいぞうぶんかざい\n\n  県庁、ケンチョウ\n"
    check_readings(text)
    assert readings_in(text) == {"埋蔵文化財": "まいぞうぶんかざい", "県庁": "ケンチョウ"}


@pytest.mark.parametrize("line", ["埋蔵文化財", "県庁 kencho", "県庁 県のちょうしゃ", "県庁 <b>"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(ValidationError, match=line):
        check_readings(f"県 けん\n{line}")
    assert readings_in(line) == {}
