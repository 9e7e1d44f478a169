"""A filed round as the applicant saw it on the confirmation page, with what changed since the round before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..models import AnswerSet, Attachment, Submission
from ..schema import Field, Step
from ..schema.kinds import KINDS
from .picks import Pick

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question. `old_text` and `old_files` are of the previous round where `is_changed`."""

    path: str
    label: str
    kind: str
    text: str = ""
    files: tuple[Attachment, ...] = ()
    is_changed: bool = False
    old_text: str = ""
    old_files: tuple[Attachment, ...] = ()
    remark: str = ""
    pick: Pick | None = None
    """Where a correction is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    number: int
    answers: tuple[Answer, ...]
    change: str = ""
    """``added`` or ``removed`` since the previous round, else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    path: str
    label: str
    rows: tuple[Row, ...]
    remark: str = ""
    pick: Pick | None = None
    kind: str = "group"


@dataclass(frozen=True, slots=True)
class StepView:
    title: str
    entries: tuple[Answer | Group, ...]


def steps_of(submission: Submission, picks: Mapping[str, Pick] | None = None) -> list[StepView]:
    """The current round, step by step, with the `picks` of a correction that is being written."""
    rounds = {filed.round: filed for filed in submission.answer_sets.filter(round__gte=submission.round - 1)}
    files = {str(attachment.pk): attachment for attachment in submission.attachments.all()}
    remarks = {item.path: item.remark for item in _items_behind(submission)}
    previous = rounds.get(submission.round - 1)
    builder = _Builder(files, remarks, picks or {}, has_previous=previous is not None)
    old = previous.answers if previous else {}
    return [builder.step(step, rounds[submission.round].answers, old) for step in submission.schema.steps]


def current_round(submission: Submission) -> AnswerSet:
    return submission.answer_sets.get(round=submission.round)


def _items_behind(submission: Submission) -> list[Any]:
    """What the last correction asked for: it is either still open or led to the current round."""
    correction = submission.corrections.prefetch_related("items").first()
    return list(correction.items.all()) if correction else []


@dataclass(frozen=True, slots=True)
class _Builder:
    files: Mapping[str, Attachment]
    remarks: Mapping[str, str]
    picks: Mapping[str, Pick]
    has_previous: bool

    def step(self, step: Step, values: Values, old: Values) -> StepView:
        return StepView(step.title, tuple(self.entries(step.fields, values, old)))

    def entries(self, fields: tuple[Field, ...], values: Values, old: Values) -> Iterator[Answer | Group]:
        for field in fields:
            kind = KINDS[field.kind]
            if kind.has_rows:
                yield self.group(field, values.get(field.key) or [], old.get(field.key) or [])
            elif kind.has_answer or field.kind == "heading":
                yield self.answer(field, field.key, values.get(field.key), old.get(field.key))

    def group(self, field: Field, rows: list[dict[str, Any]], old_rows: list[dict[str, Any]]) -> Group:
        old_by_id = {row["id"]: row for row in old_rows}
        shown = [self.row(field, number, row, old_by_id.get(row["id"])) for number, row in enumerate(rows, 1)]
        kept = {row["id"] for row in rows}
        removed = [
            Row(number=number, answers=tuple(self._cells(field, row, row)), change="removed")
            for number, row in enumerate(old_rows, 1)
            if row["id"] not in kept
        ]
        remark, pick = self.remarks.get(field.key, ""), self.picks.get(field.key)
        return Group(path=field.key, label=field.label, rows=(*shown, *removed), remark=remark, pick=pick)

    def row(self, field: Field, number: int, row: dict[str, Any], old: dict[str, Any] | None) -> Row:
        change = "added" if self.has_previous and old is None else ""
        return Row(number=number, answers=tuple(self._cells(field, row, row if old is None else old)), change=change)

    def _cells(self, group: Field, row: dict[str, Any], old: Values) -> Iterator[Answer]:
        for column in group.fields:
            if KINDS[column.kind].has_answer:
                path = f"{group.key}.{row['id']}.{column.key}"
                yield self.answer(column, path, row.get(column.key), old.get(column.key))

    def answer(self, field: Field, path: str, value: Any, old: Any) -> Answer:
        is_changed = self.has_previous and value != old
        is_file = field.kind == "file"
        kind = KINDS[field.kind]
        return Answer(
            path=path,
            label=field.label,
            kind=field.kind,
            text="" if is_file else kind.display(field, value),
            files=self._files(value) if is_file else (),
            is_changed=is_changed,
            old_text=kind.display(field, old) if is_changed and not is_file else "",
            old_files=self._files([name for name in old or () if name not in (value or ())])
            if is_file and is_changed
            else (),
            remark=self.remarks.get(path, ""),
            pick=self.picks.get(path),
        )

    def _files(self, names: list[str] | None) -> tuple[Attachment, ...]:
        return tuple(self.files[name] for name in names or () if name in self.files)
