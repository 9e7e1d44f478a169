"""A filed round as the applicant saw it on the confirmation page, with what changed since the round before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..models import AnswerSet, Attachment, Submission
from ..schema import Field
from ..schema.evaluation import Area
from ..schema.kinds import KINDS
from ..schema.rows import row_name, rows_of
from .picks import Pick

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question. `old_text` and `old_files` are of the previous round where `is_changed`."""

    path: str
    label: str
    kind: str
    text: str = ""
    help: str = ""
    """What the author wrote for the reviewer."""
    files: tuple[Attachment, ...] = ()
    is_changed: bool = False
    old_text: str = ""
    old_files: tuple[Attachment, ...] = ()
    remark: str = ""
    pick: Pick | None = None
    """Where a correction is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    label: str
    answers: tuple[Answer, ...]
    change: str = ""
    """``added`` or ``removed`` since the previous round, else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    path: str
    label: str
    rows: tuple[Row, ...]
    help: str = ""
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
    evaluation, old = rounds[submission.round].evaluation, previous.answers if previous else {}
    return [
        StepView(step.title, tuple(builder.entries(evaluation.form, step.fields, old))) for step in evaluation.steps
    ]


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

    def entries(self, area: Area, fields: tuple[Field, ...], old: Values) -> Iterator[Answer | Group]:
        """What was asked; a group inside a row follows the group that the row is in."""
        for field in fields:
            kind = KINDS[field.kind]
            if not area.is_shown(field):
                continue
            if kind.has_rows:
                yield from self.groups(area, field, rows_of(old.get(field.key)))
            elif kind.has_answer or field.kind == "heading":
                yield self.answer(area, field, old.get(field.key))

    def groups(self, area: Area, field: Field, old_rows: list[dict[str, Any]], within: str = "") -> Iterator[Group]:
        rows, label = area.rows(field.key), f"{within}{field.label}"
        old_by_id = {row["id"]: row for row in old_rows}
        shown = [
            self.row(field, row_name(field, number, row.title, label=label), row, old_by_id.get(row.raw["id"]))
            for number, row in enumerate(rows, 1)
        ]
        kept = {row.raw["id"] for row in rows}
        removed = [
            self.removed(field, row_name(field, number, label=label), row)
            for number, row in enumerate(old_rows, 1)
            if row["id"] not in kept
        ]
        path = f"{area.prefix}{field.key}"
        remark, pick = self.remarks.get(path, ""), self.picks.get(path)
        rows_shown, help = (*shown, *removed), field.reviewer_help
        yield Group(path=path, label=label, rows=rows_shown, help=help, remark=remark, pick=pick)
        for number, row in enumerate(rows, 1):
            old, within = old_by_id.get(row.raw["id"], {}), row_name(field, number, row.title, label=label)
            for column in field.fields:
                if KINDS[column.kind].has_rows and row.is_shown(column):
                    yield from self.groups(row, column, rows_of(old.get(column.key)), f"{within}: ")

    def row(self, field: Field, label: str, row: Area, old: dict[str, Any] | None) -> Row:
        change = "added" if self.has_previous and old is None else ""
        before = row.raw if old is None else old
        cells = (self.answer(row, column, before.get(column.key)) for column in _cells(field) if row.is_shown(column))
        return Row(label=label, answers=tuple(cells), change=change)

    def removed(self, field: Field, label: str, old: dict[str, Any]) -> Row:
        cells = (self._answer(column, "", old.get(column.key), old.get(column.key)) for column in _cells(field))
        return Row(label=label, answers=tuple(cells), change="removed")

    def answer(self, area: Area, field: Field, old: Any) -> Answer:
        return self._answer(field, f"{area.prefix}{field.key}", area.raw.get(field.key), old)

    def _answer(self, field: Field, path: str, value: Any, old: Any) -> Answer:
        is_changed = self.has_previous and value != old
        kind = KINDS[field.kind]
        is_file = kind.has_files
        return Answer(
            path=path,
            label=field.label,
            kind=field.kind,
            text="" if is_file else kind.display(field, value),
            help=field.reviewer_help,
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


def _cells(group: Field) -> Iterator[Field]:
    return (column for column in group.fields if KINDS[column.kind].has_answer and not KINDS[column.kind].has_rows)
