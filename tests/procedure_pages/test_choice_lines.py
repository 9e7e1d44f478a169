import pytest
from django.core.exceptions import ValidationError

from procedure_pages.blocks.fields import SearchSelectBlock
from procedure_pages.choice_lines import check_lines, choices_in


def test_a_table_copied_from_a_spreadsheet_has_names_before_its_answers() -> None:
    assert [(choice.key, choice.label) for choice in choices_in("27100\t大阪市\n27140\t堺市")] == [
        ("27100", "大阪市"),
        ("27140", "堺市"),
    ]


@pytest.mark.parametrize(
    "lines",
    ["", "一つだけ", "大阪市\n大阪市", "a, 大阪市\na, 堺市", "あ" * 201 + "\n堺市", "\n".join(map(str, range(2001)))],
)
def test_a_list_that_cannot_be_offered_is_refused(lines: str) -> None:
    with pytest.raises(ValidationError):
        check_lines(lines)


def test_the_editor_refuses_a_list_with_the_same_answer_twice() -> None:
    block = SearchSelectBlock().child_blocks["choice_lines"]
    with pytest.raises(ValidationError, match="大阪市"):
        block.clean("大阪市\n大阪市")
    assert block.clean("大阪市\n堺市") == "大阪市\n堺市"
