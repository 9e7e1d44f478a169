import pytest

from procedure_pages.form_checks import problems_of_form
from submissions.schema import Choice, Field, FormSchema, Step

NAME = Field(key="name", kind="text", label="氏名")
SHOP = Field(key="shop", kind="text", label="店名")
RED, BLUE = Choice(key="r", label="赤"), Choice(key="b", label="青")


def found(*fields: Field, title: str = "一") -> list[tuple[str, str, str]]:
    """The block, the setting and the severity of everything about a form of one step."""
    schema = FormSchema(steps=(Step(key="step", title=title, fields=fields),))
    places = [(problem.place, problem.severity) for problem in problems_of_form(schema)]
    return [(place.block_id, place.setting, str(severity)) for place, severity in places]


def field(kind: str, label: str = "色", **values: object) -> Field:
    return Field(key=kind, kind=kind, label=label, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        (field("text", ""), ("text", "label", "error")),
        (field("radio", choices=(RED, Choice(key="x", label=" "))), ("radio", "choices", "error")),
        (field("radio", choices=(RED, Choice(key="x", label="赤"))), ("radio", "choices", "warning")),
        (
            field("radio", choices=(Choice(key="a", label="赤", alias="a"), Choice(key="b", label="青", alias="a"))),
            ("radio", "choices", "error"),
        ),
        (field("group"), ("group", "fields", "error")),
        (field("group", fields=(SHOP,), options={"min_rows": 3, "max_rows": 2}), ("group", "max_rows", "error")),
        (field("integer", options={"min": 3, "max": 2}), ("integer", "max", "error")),
        (field("decimal", options={"min": "10", "max": "9.5"}), ("decimal", "max", "error")),
        (field("date", options={"min": "2026-04-02", "max": "2026-04-01"}), ("date", "max", "error")),
        (field("code", options={"pattern": "[0-9"}), ("code", "pattern", "error")),
    ],
)
def test_a_problem_names_the_block_and_the_setting(question: Field, problem: tuple[str, str, str]) -> None:
    assert [place for place in found(NAME, question) if place[0] != "name"] == [problem]


def test_a_form_in_order_has_no_problem() -> None:
    group = field("group", fields=(SHOP,), options={"min_rows": 1, "max_rows": 1})
    assert found(field("radio", choices=(RED, BLUE)), field("note", ""), group) == []


def test_decimals_are_compared_as_numbers() -> None:
    assert found(field("decimal", options={"min": "9.5", "max": "10"})) == []


def test_a_second_question_for_the_delivery_is_an_error() -> None:
    first, second = (Field(key=key, kind="delivery", label="受取方法") for key in "ab")
    assert found(first, second) == [("b", "", "error")]


def test_every_question_with_a_shared_name_is_shown() -> None:
    shared = [Field(key=key, kind="text", label="名", alias="name") for key in "ab"]
    assert found(*shared) == [("a", "alias", "error"), ("b", "alias", "error")]


def test_a_question_that_stands_twice_is_an_error() -> None:
    assert found(NAME, NAME) == [("", "", "error")]


def test_a_form_that_asks_nothing_is_an_error() -> None:
    assert found(field("note", "")) == [("", "", "error")]


def test_an_empty_step_and_one_without_a_title_are_errors() -> None:
    assert found(title="") == [("", "", "error"), ("step", "title", "error"), ("step", "fields", "error")]


def test_a_step_of_notes_beside_questions_is_a_warning() -> None:
    steps = (Step(key="a", title="一", fields=(NAME,)), Step(key="b", title="二", fields=(field("note"),)))
    assert [problem.place.block_id for problem in problems_of_form(FormSchema(steps=steps))] == ["b"]


@pytest.mark.parametrize(("limit", "expected"), [(2, []), (1, [("", "", "warning")])])
def test_a_long_form_is_a_warning(settings: object, limit: int, expected: list[tuple[str, str, str]]) -> None:
    settings.MANY_QUESTIONS = limit  # type: ignore[attr-defined]
    assert found(NAME, field("email")) == expected
