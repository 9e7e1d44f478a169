import pytest

from procedure_pages.samples import sample, sample_answers
from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.kinds import KINDS
from submissions.schema.validation import check
from tests.factories.forms import evaluated

ANSWERED = [name for name, kind in KINDS.items() if kind.has_answer and kind.is_typed and not kind.has_rows]
CHOICES = tuple(Choice(key=key, label=key) for key in "abc")


def field(kind: str, **values: object) -> Field:
    return Field(key=kind, kind=kind, label="質問", choices=CHOICES, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ANSWERED)
def test_every_kind_takes_its_sample(kind: str) -> None:
    KINDS[kind].validate(field(kind), sample(field(kind)))


def test_a_form_of_every_kind_is_filled_in_order() -> None:
    group = Field(key="g", kind="group", label="店", fields=(field("text"),), options={"min_rows": 2})
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(*map(field, ANSWERED), group)),))
    assert check(evaluated(schema, sample_answers(schema)))[1] == {}


def test_every_row_of_a_table_is_filled() -> None:
    table = Field(key="t", kind="table", label="表", choices=CHOICES, fields=(field("integer"),))
    assert [row["id"] for row in sample(table)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (field("code", options={"pattern": "[A-Z]{3}"}, example="ABC"), "ABC"),
        (field("code", options={"pattern": "[A-Z]{3}"}), None),
        (field("integer", options={"min": 700}), 700),
        (field("checkboxes", options={"min": 2}), ["a", "b"]),
    ],
)
def test_a_sample_obeys_the_limits_of_its_question(question: Field, expected: object) -> None:
    assert sample(question) == expected
