from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submissions.schema import FormSchema
from submissions.schema.evaluation import Circumstances, Evaluation
from submissions.schema.expressions import evaluate, faults_of, number_text
from submissions.schema.expressions.evaluator import PLAIN, SPECIAL
from submissions.schema.expressions.wellformed import ARGUMENTS, DEEPEST

from .vectors import APPLICANT, TODAY, VECTORS


class Row:
    """A scope over plain values: lists of dicts are rows."""

    def __init__(self, values: dict[str, Any], parent: "Row | None" = None, **settings: Any) -> None:
        self.values, self.parent = values, parent
        self.today, self.applicant = settings.get("today", TODAY), settings.get("applicant", APPLICANT)
        self.tables = settings.get("tables", {})

    def answer(self, key: str) -> Any:
        if key in self.values:
            return self.values[key]
        return self.parent.answer(key) if self.parent else None

    def rows(self, group: str) -> list["Row"]:
        return [Row(row, self, today=self.today, tables=self.tables) for row in self.values.get(group, [])]


@pytest.mark.parametrize("vector", VECTORS["expressions"], ids=lambda vector: vector["name"])
def test_expression_has_the_value_of_its_vector(vector: dict[str, Any]) -> None:
    scope = Row(
        vector.get("answers", {}), tables=vector.get("tables", {}), applicant=vector.get("applicant", APPLICANT)
    )
    assert faults_of(vector["expression"]) == []
    value = evaluate(vector["expression"], scope)
    assert (str(value) if isinstance(value, Fraction) else value) == vector["expect"]


def test_every_operation_is_described_and_has_a_vector() -> None:
    used = {name for vector in VECTORS["expressions"] for name in names_in(vector["expression"])}
    assert set(PLAIN) | set(SPECIAL) == set(ARGUMENTS) == used


def names_in(expression: Any) -> set[str]:
    if not isinstance(expression, list):
        return set()
    return {expression[0]}.union(*(names_in(argument) for argument in expression[1:]))


@pytest.mark.parametrize("expression", [["eval", "1"], [], {}, ["get", 1], ["/", 1], ["if", 1], 1.5, ["+", ["x"]]])
def test_expression_that_is_none_is_named(expression: Any) -> None:
    assert faults_of(expression)


def test_expression_too_deep_is_refused_and_harmless() -> None:
    expression: Any = 1
    for _level in range(DEEPEST + 5):
        expression = ["+", expression, 1]
    assert faults_of(expression) == ["The expression is nested too deeply."]
    assert evaluate(expression, Row({})) is None


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-1000, 1000), st.text(max_size=5), st.just(["get", "a"]))
EXPRESSIONS = st.recursive(
    LEAVES, lambda inner: st.sampled_from(sorted(PLAIN)).flatmap(lambda name: with_arguments(name, inner))
)


def with_arguments(name: str, inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fewest, most = ARGUMENTS[name]
    return st.lists(inner, min_size=fewest, max_size=min(most, 3)).map(lambda arguments: [name, *arguments])


@given(EXPRESSIONS, st.one_of(st.text(max_size=10), st.integers(), st.lists(st.text(max_size=3)), st.none()))
def test_expression_never_fails_whatever_was_answered(expression: Any, answer: Any) -> None:
    assert faults_of(expression) == []
    evaluate(expression, Row({"a": answer}))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_number_text_keeps_what_it_can_show(number: Any) -> None:
    value = evaluate(["number", f"{number:f}"], Row({}))
    assert number_text(value, 4) == (f"{abs(number):f}" if number == 0 else f"{number:f}")


def test_evaluation_of_a_form_is_a_scope() -> None:
    form = Evaluation(FormSchema(steps=()), {}, Circumstances(TODAY, APPLICANT)).form
    assert evaluate(["today"], form) == TODAY
