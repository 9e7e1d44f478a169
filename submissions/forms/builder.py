"""A step of a form, with what was typed so far, as a Django form. Only the schema's kinds judge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..schema import Field, Step
from ..schema.kinds import KINDS, GroupKind
from ..schema.removed import Removed, is_blank_row, is_same_answer, removed_rows
from ..schema.validation import row_count_message, rows_of
from .markup import question_markup
from .widgets import widget_for

Files = Mapping[str, list[dict[str, str]]]


class AnswerField(forms.Field):
    """One question at one path."""

    def __init__(self, question: Field, path: str, files: Files, *, is_locked: bool) -> None:
        super().__init__(
            label=question.label,
            help_text=support_of(question),
            required=question.required,
            widget=widget_for(question, files.get(path, [])),
            disabled=is_locked,
        )
        self.question, self.path = question, path

    def clean(self, value: Any) -> Any:
        return KINDS[self.question.kind].validate(self.question, value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """The draft holds what was typed, so it is what the page shows."""
        return initial


@dataclass(slots=True)
class Item:
    """Something on the page, in order: a question, a note, a heading, or a group with its rows."""

    kind: str
    question: Field
    path: str
    bound: BoundField | None = None
    rows: list["Row"] = field(default_factory=list)
    removed: list["RemovedRow"] = field(default_factory=list)
    """Rows with content that can be put back, the newest first."""
    error: str = ""
    is_locked: bool = False
    remark: str = ""
    old_value: str = ""
    conflict: str = ""
    towns: list[tuple[str, str]] = field(default_factory=list)
    """Of the address's postal code, if there are several: value and label of a button each."""
    form_key: str = ""

    @property
    def markup(self) -> SafeString:
        """The question with its label, help, box and errors."""
        assert self.bound is not None
        answer = self.bound.form.initial.get(self.path)
        return question_markup(self.bound, self.question, form_key=self.form_key, answer=answer)

    @property
    def is_plain(self) -> bool:
        """Nothing stands beside the question: it can be drawn without a template of its own."""
        has_tools = self.remark or self.conflict or self.question.kind == "address"
        return self.kind == "question" and not has_tools

    @property
    def can_add(self) -> bool:
        return not self.is_locked and len(self.rows) < GroupKind.most(self.question)


@dataclass(slots=True)
class Row:
    id: str
    number: int
    items: list[Item]
    is_back: bool = False
    """Another window had removed it, this one typed into it."""


@dataclass(slots=True)
class RemovedRow:
    id: str
    words: str


class StepForm(forms.Form):
    """`answers` are raw; `open_paths` limits what may be typed (a correction), None leaves everything open.

    `form_key` names the published form, so that its markup is drawn once; see `markup`.
    """

    use_required_attribute = False

    def __init__(
        self,
        step: Step,
        answers: Mapping[str, Any],
        *,
        data: Mapping[str, Any] | None = None,
        files: Files | None = None,
        removed: Removed | None = None,
        open_paths: set[str] | None = None,
        is_checked: bool = False,
        form_key: str = "",
    ) -> None:
        super().__init__(data, auto_id="q-%s")
        self.form_key = form_key
        self.step, self.answers, self.open_paths = step, answers, open_paths
        self.attached: Files = files or {}
        self.removed = removed or []
        self.initial = {}
        self.items = [self._item(question, answers) for question in step.fields]
        if is_checked:
            self._check()
        for item in self.all_items():
            if item.path in self.fields:
                item.bound = self[item.path]

    def all_items(self) -> Iterator[Item]:
        for item in self.items:
            yield item
            for row in item.rows:
                yield from row.items

    def changes(self, data: MultiValueDict[str, Any]) -> dict[str, Any]:
        """What was typed, raw, by top-level key: only questions that the page asked and that are open."""
        typed: dict[str, Any] = {}
        for item in self.items:
            if item.kind == "group":
                typed[item.path] = [self._typed_row(item.path, row, data) for row in item.rows]
            elif (value := self._typed(item, data)) is not None:
                typed[item.path] = value
        return typed

    def show_faults(self, faults: Mapping[str, list[str]]) -> None:
        """Sentences about single questions that the kinds did not find, such as a file that could not be attached."""
        self.is_bound = True
        self._errors = ErrorDict(
            {
                path: self.error_class(found, renderer=self.renderer)
                for path, found in faults.items()
                if path in self.fields
            }
        )

    def show_conflicts(self, saved: Mapping[str, Any]) -> None:
        """`saved` is what somebody else stored meanwhile, by top-level key. In a group each cell stands for itself."""
        for item in self.items:
            if item.path in saved and item.kind == "group":
                self._show_row_conflicts(item, {row["id"]: row for row in rows_of(saved[item.path])})
            elif item.path in saved:
                item.conflict = in_words(item.question, saved[item.path])

    def _show_row_conflicts(self, group: Item, saved: Mapping[str, Mapping[str, Any]]) -> None:
        removed = {row["id"]: row for row in removed_rows(self.removed, group.path)}
        for row in group.rows:
            row.is_back = row.id not in saved
            for cell in row.items:
                there = {**removed, **saved}.get(row.id, {}).get(cell.question.key)
                if cell.kind == "question":
                    same = is_same_answer(cell.question, self.initial[cell.path], there)
                    cell.conflict = "" if same else in_words(cell.question, there)

    def is_open(self, path: str) -> bool:
        return self.open_paths is None or path in self.open_paths or path.split(".", 1)[0] in self.open_paths

    def _item(self, question: Field, values: Mapping[str, Any], prefix: str = "") -> Item:
        path = f"{prefix}{question.key}"
        kind = KINDS[question.kind]
        if kind.has_rows:
            stored = rows_of(values.get(question.key))
            rows = [self._row(question, row, number) for number, row in enumerate(stored, 1)]
            is_locked = not self.is_open(path)
            removed = [] if is_locked else removed_in_words(question, self.removed, {row.id for row in rows})
            return Item("group", question, path, rows=rows, removed=removed, is_locked=is_locked)
        if not kind.has_answer:
            return Item(question.kind, question, path)
        is_locked = not self.is_open(path)
        self.fields[path] = AnswerField(question, path, self.attached, is_locked=is_locked)
        self.initial[path] = values.get(question.key)
        return Item("question", question, path, is_locked=is_locked, form_key=self.form_key)

    def _row(self, group: Field, row: Mapping[str, Any], number: int) -> Row:
        prefix = f"{group.key}.{row['id']}."
        return Row(str(row["id"]), number, [self._item(column, row, prefix) for column in group.fields])

    def _typed_row(self, group: str, row: Row, data: MultiValueDict[str, Any]) -> dict[str, Any]:
        """The row as it is stored where the page did not have it yet."""
        stored: dict[str, Any] = next(found for found in rows_of(self.answers.get(group)) if found["id"] == row.id)
        if not any(name.startswith(f"{group}.{row.id}.") for name in data):
            return stored
        typed = {item.question.key: self._typed(item, data) for item in row.items if item.path in self.fields}
        return {**stored, **{key: value for key, value in typed.items() if value is not None}}

    def _typed(self, item: Item, data: MultiValueDict[str, Any]) -> Any:
        """The raw value of one question; None where the page did not ask it."""
        if item.path not in self.fields or item.is_locked or item.question.kind == "file":
            return None
        widget = self.fields[item.path].widget
        if widget.value_omitted_from_data(data, MultiValueDict(), item.path):
            return None
        value = widget.value_from_datadict(data, MultiValueDict(), item.path)
        return "" if value is None else value

    def _check(self) -> None:
        """Judge what the draft holds, and keep the sentences where the theme looks for them."""
        self.is_bound = True
        self._errors = ErrorDict(renderer=self.renderer)
        for item in self.all_items():
            if item.kind == "group":
                item.error = row_count_message(item.question, len(item.rows))
            elif item.path in self.fields and not item.is_locked:
                try:
                    self.fields[item.path].clean(self.initial[item.path])
                except forms.ValidationError as error:
                    self._errors[item.path] = self.error_class(error.messages, renderer=self.renderer)


def support_of(question: Field) -> str:
    """The help of a question, and its example."""
    example = _("Example: %(example)s") % {"example": question.example} if question.example else ""
    return "\n".join(part for part in (question.help_text, example) if part)


def removed_in_words(group: Field, removed: Removed, shown: set[str]) -> list[RemovedRow]:
    rows = [row for row in removed_rows(removed, group.key) if row["id"] not in shown]
    return [RemovedRow(row["id"], row_in_words(group, row)) for row in rows if not is_blank_row(group, row)]


def row_in_words(group: Field, row: Mapping[str, Any]) -> str:
    """What was answered in a row, for somebody who must recognise it."""
    cells = [(column, row.get(column.key)) for column in group.fields]
    return "、".join(in_words(column, raw) for column, raw in cells if not KINDS[column.kind].is_blank(raw))


def in_words(question: Field, raw: Any) -> str:
    """A raw answer as a person would read it; as it was typed where it is not in order."""
    kind = KINDS[question.kind]
    if kind.has_rows:
        return _("%(count)d entries") % {"count": len(raw or ())}
    try:
        return kind.display(question, kind.validate(question, raw)) or _("(empty)")
    except forms.ValidationError:
        return " ".join(map(str, raw.values())) if isinstance(raw, dict) else str(raw or _("(empty)"))
