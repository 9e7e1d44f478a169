"""Runs the saved test cases of a procedure against its form; a broken one stands in the way of publishing."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from submissions.schema import Field, FormSchema
from submissions.schema.evaluation import Circumstances, Evaluation
from submissions.schema.expressions import is_empty
from submissions.schema.kinds import KINDS
from submissions.schema.validation import check

from .formulas import FormulaError, Names
from .formulas.literals import as_operand
from .rules import Fault
from .samples import sample

MULTIPLE = ("checkboxes",)


def broken_cases(cases: StreamValue, schema: FormSchema) -> Iterator[Fault]:
    """For each case that does not hold, what is different, beside the block of the case."""
    for child in cases:
        for message in TestRun(child.value, schema).differences():
            yield Fault(child.id or "", f"{child.value['name']}: {message}")


class TestRun:
    """One case. Questions that it does not answer get an example, so that only what it is about can fail."""

    __test__ = False

    def __init__(self, case: StructValue, schema: FormSchema) -> None:
        self.case, self.schema, self.names = case, schema, Names(schema)

    def differences(self) -> list[str]:
        try:
            evaluation = self.evaluation()
            return list(self._differences(evaluation))
        except FormulaError as fault:
            return [str(fault)]

    def evaluation(self) -> Evaluation:
        day = self.case["today"] or timezone.localdate()
        circumstances = Circumstances(today=day.isoformat(), applicant=self.case["applicant"])
        answers = self.answers(tuple(self.schema.fields), written(self.case["answers"]), ())
        return Evaluation(self.schema, answers, circumstances)

    def answers(self, fields: tuple[Field, ...], given: Mapping[str, Any], groups: tuple[str, ...]) -> dict[str, Any]:
        """Raw answers by key: what the case says, examples for the rest."""
        by_key: dict[str, Any] = {}
        for name, value in given.items():
            place = self.names.place(str(name))
            if place.groups != groups:
                raise FormulaError(_("“%(label)s” does not stand here.") % {"label": place.field.label})
            by_key[place.field.key] = value
        found = {}
        for field in fields:
            if field.key in by_key:
                found[field.key] = self.raw(field, by_key[field.key], groups)
            elif KINDS[field.kind].is_typed and "follows" not in field.options:
                found[field.key] = self.example(field, groups)
        return {key: raw for key, raw in found.items() if raw is not None}

    def example(self, field: Field, groups: tuple[str, ...]) -> Any:
        """One entry in a group that needs one, nothing where nothing is needed."""
        if not KINDS[field.kind].has_rows:
            return sample(field) if field.required else None
        count = max(int(field.options.get("min_rows") or 0), 1 if field.required else 0)
        return self.raw(field, [{}] * count, groups)

    def raw(self, field: Field, value: Any, groups: tuple[str, ...]) -> Any:
        if KINDS[field.kind].has_rows:
            rows = value if isinstance(value, list) else []
            inner = (*groups, field.key)
            known = [row if isinstance(row, dict) else {} for row in rows]
            return [
                {"id": f"r{number}", **self.answers(field.fields, row, inner)} for number, row in enumerate(known, 1)
            ]
        if value is None or isinstance(value, dict):
            return value
        values = [operand_text(field, one) for one in (value if isinstance(value, list) else [value])]
        return values if field.kind in MULTIPLE else values[0]

    def _differences(self, evaluation: Evaluation) -> Iterator[str]:
        for name in self.case["shown"]:
            if not self.is_shown(evaluation, name):
                yield _("“%(name)s” is not shown.") % {"name": name}
        for name in self.case["hidden"]:
            if self.is_shown(evaluation, name):
                yield _("“%(name)s” is shown.") % {"name": name}
        for expected in self.case["values"]:
            yield from self._difference_of_value(evaluation, expected["question"], expected["value"])
        yield from self._difference_of_outcome(evaluation)

    def is_shown(self, evaluation: Evaluation, name: str) -> bool:
        """A step, or a question in any entry."""
        target = self.names.target(name)
        step = next((step for step in self.schema.steps if step.key == target), None)
        if step is not None:
            return evaluation.is_step_shown(step)
        key, _colon, choice = target.partition(":")
        field = self.schema.index[key].field
        areas = [area for area in evaluation.areas_of(key) if area.is_shown(field)]
        return any(not choice or choice in {one.key for one in area.offered(field)} for area in areas)

    def _difference_of_value(self, evaluation: Evaluation, name: str, expected: str) -> Iterator[str]:
        field = self.names.place(name).field
        found = [area.value(field) for area in evaluation.areas_of(field.key)]
        if expected.replace(",", "") not in {"" if is_empty_value(value) else str(value) for value in found}:
            words = "、".join("" if is_empty_value(value) else str(value) for value in found)
            yield _("“%(name)s” is %(found)s, not %(expected)s.") % {
                "name": name,
                "found": words or _("(empty)"),
                "expected": expected,
            }

    def _difference_of_outcome(self, evaluation: Evaluation) -> Iterator[str]:
        errors, stops = check(evaluation)[1], evaluation.stops()
        outcome = "is_stopped" if stops else "has_errors" if errors else "can_send"
        if outcome != self.case["outcome"]:
            sentences = [stop.message for stop in stops] or [words for found in errors.values() for words in found]
            yield _("It ends otherwise: %(sentences)s") % {"sentences": " ".join(sentences) or _("it can be sent.")}


def is_empty_value(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and is_empty(value))


def operand_text(field: Field, value: Any) -> Any:
    """What an applicant would have sent for an answer as the author writes it."""
    if field.choices or field.kind == "yesno":
        return as_operand(field, text_of(value))
    return value if isinstance(value, bool) else text_of(value)


def text_of(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def written(text: str) -> Mapping[str, Any]:
    """The answers of a case as they are written down. Words stay words, dates too."""
    try:
        found = yaml.load(text or "", Loader=yaml.BaseLoader)  # noqa: S506 - makes texts, lists and dicts only
    except yaml.YAMLError:
        raise FormulaError(_("The answers cannot be read: write one line “question: answer” each.")) from None
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise FormulaError(_("The answers cannot be read: write one line “question: answer” each."))
    return found
