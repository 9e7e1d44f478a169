"""A step of a form, with what was typed so far, as a Django form. Only the schema's kinds and rules judge."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..schema import Field, Step
from ..schema.evaluation import Area, Evaluation
from ..schema.kinds import KINDS
from ..schema.paths import is_within
from ..schema.removed import Removed, is_same_answer, removed_rows
from ..schema.rows import row_name, rows_of
from ..schema.validation import judge, row_faults
from .items import Item, Row
from .widgets import widget_for
from .words import in_words, removed_in_words

Files = Mapping[str, list[dict[str, str]]]


class AnswerField(forms.Field):
    """One question at one path. `place` names the row that it stands in, for a list of errors."""

    place = ""

    def __init__(self, question: Field, path: str, files: Files, *, is_locked: bool) -> None:
        super().__init__(
            label=question.label,
            help_text=support_of(question),
            required=question.required,
            widget=widget_for(question, files.get(path, [])),
            disabled=is_locked,
        )
        self.question, self.path = question, path

    def bound_data(self, data: Any, initial: Any) -> Any:
        """The draft holds what was typed, so it is what the page shows."""
        return initial


class StepForm(forms.Form):
    """`evaluation` holds the raw answers; `open_paths` limits what may be typed (a correction), None opens everything.

    `form_key` names the published form, so that its markup is drawn once; see `markup`.
    """

    use_required_attribute = False

    def __init__(
        self,
        step: Step,
        evaluation: Evaluation,
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
        self.step, self.evaluation, self.open_paths = step, evaluation, open_paths
        self.attached: Files = files or {}
        self.ruled = set() if evaluation.is_static else evaluation.schema.ruled_keys
        self.removed = removed or []
        self.initial = {}
        self.items = [self._item(question, evaluation.form) for question in step.fields]
        if is_checked:
            self._check()
        for item in self.all_items():
            if item.path in self.fields:
                item.bound = self[item.path]

    def all_items(self) -> Iterator[Item]:
        for item in self.items:
            yield from item.all

    def parts(self) -> Iterator[tuple[SafeString, Item | None]]:
        """What the page shows: plain questions drawn together, and the item behind them that needs a template."""
        plain: list[SafeString] = []
        for item in self.items:
            if item.is_plain:
                plain.append(item.markup)
            else:
                yield mark_safe("".join(plain)), item
                plain = []
        yield mark_safe("".join(plain)), None

    def changes(self, data: MultiValueDict[str, Any]) -> dict[str, Any]:
        """What was typed, raw, by top-level key: only questions that the page asked and that are open."""
        typed = {item.question.key: self._typed(item, data) for item in self.items}
        return {key: value for key, value in typed.items() if value is not None}

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
        """An open path opens everything below it."""
        return self.open_paths is None or is_within(path, self.open_paths)

    def _item(self, question: Field, area: Area) -> Item:
        path = f"{area.prefix}{question.key}"
        kind = KINDS[question.kind]
        item = Item(question.kind, question, path, area, is_shown=area.is_shown(question), form_key=self.form_key)
        item.is_ruled = question.key in self.ruled
        item.warnings = area.sentences("warn", question) if item.is_ruled and item.is_shown else []
        if kind.has_answer and kind.is_typed:
            item.is_locked = not self.is_open(path)
        if kind.has_rows:
            item.kind = "group"
            item.rows = [self._row(question, row, number) for number, row in enumerate(area.all_rows(question), 1)]
            if not (item.is_locked or item.is_following):
                item.removed = removed_in_words(question, self.removed, {row.id for row in item.rows})
        elif kind.has_answer and kind.is_typed:
            item.kind = "question"
            asked = area.as_asked(question) if item.is_ruled else question
            item.form_key = "" if asked is not question else self.form_key
            self.fields[path] = AnswerField(asked, path, self.attached, is_locked=item.is_locked)
            self.initial[path] = area.raw.get(question.key)
        return item

    def _row(self, group: Field, row: Area, number: int) -> Row:
        items = [self._item(column, row) for column in group.fields]
        label = row_name(group, number, row.title)
        for item in items:
            if isinstance(found := self.fields.get(item.path), AnswerField):
                found.place = label
        return Row(str(row.raw["id"]), label, items)

    def _typed(self, item: Item, data: MultiValueDict[str, Any]) -> Any:
        """The raw value of one question, or the rows of a group; None where the page did not ask it."""
        if item.kind == "group":
            return self._typed_rows(item, data)
        if item.path not in self.fields or item.is_locked or KINDS[item.question.kind].has_files:
            return None
        widget = self.fields[item.path].widget
        if widget.value_omitted_from_data(data, MultiValueDict(), item.path):
            return None
        value = widget.value_from_datadict(data, MultiValueDict(), item.path)
        return "" if value is None else value

    def _typed_rows(self, item: Item, data: MultiValueDict[str, Any]) -> list[dict[str, Any]]:
        """The rows of the page with what was typed; one that the page did not have stays as it was stored."""
        stored = {row["id"]: row for row in rows_of(item.area.raw.get(item.question.key))}
        rows = []
        for row in item.rows:
            kept = stored.pop(row.id, {"id": row.id})
            if not any(name.startswith(f"{item.path}.{row.id}.") for name in data):
                rows.append(kept)
                continue
            typed = {cell.question.key: self._typed(cell, data) for cell in row.items}
            rows.append({**kept, **{key: value for key, value in typed.items() if value is not None}})
        return [*rows, *stored.values()] if item.is_following else rows

    def _check(self) -> None:
        """Judge what the draft holds, and keep the sentences where the theme looks for them."""
        self.is_bound = True
        self._errors = ErrorDict(renderer=self.renderer)
        for item in self.all_items():
            if not item.is_shown or item.is_locked:
                continue
            if item.kind == "group":
                item.error = " ".join(row_faults(item.area, item.question))
            elif item.kind == "calculated":
                item.faults = judge(item.area, item.question)[1]
            elif item.path in self.fields:
                faults = judge(item.area, item.question)[1]
                if faults:
                    self._errors[item.path] = self.error_class(faults, renderer=self.renderer)


def support_of(question: Field) -> str:
    """The help of a question, and its example."""
    example = _("Example: %(example)s") % {"example": question.example} if question.example else ""
    limits = _(", ").join(KINDS[question.kind].limits(question))
    return "\n".join(part for part in (question.help_text, limits, example) if part)
