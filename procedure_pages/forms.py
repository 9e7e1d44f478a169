"""The forms of the editor: of a procedure, which refuses to publish what could not be processed, and of a table."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks import StreamValue

from submissions.versions import versions_of

from .block_errors import stream_error
from .checks import problems
from .pasting import pasted_grid
from .problems import Problem
from .tables import grid_of


class ProcedurePageForm(WagtailAdminPageForm):
    """Drafts may be incomplete; what is published, or handed on for moderation, may not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.change_note and self._is_told():
            self.initial["change_note"] = ""

    def _is_told(self) -> bool:
        """What was said of the last publication is not said again of the next."""
        newest = versions_of(self.instance).first() if self.instance.pk else None
        return newest is not None and newest.note == self.instance.change_note

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation:
            return
        by_field: dict[str, list[Problem]] = {}
        for problem in problems(self.instance):
            if problem.is_error and problem.place.field not in self.errors:
                by_field.setdefault(problem.place.field, []).append(problem)
        for name, found in by_field.items():
            self.show(name, found)

    def show(self, name: str, found: list[Problem]) -> None:
        value = getattr(self.instance, name)
        if isinstance(value, StreamValue):
            self.add_error(name, stream_error(value, found))
        else:
            for problem in found:
                self.add_error(name if name in self.fields else None, problem.message)


class LookupTableForm(WagtailAdminModelForm):
    """The grid may be filled in cell by cell, or at once from a spreadsheet."""

    pasted = forms.CharField(
        label=_("Fill from a spreadsheet"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Copy the cells of a spreadsheet, or the text of a CSV file, with the headings in the first line. "
            "Saving replaces the whole table by it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text = cleaned.get("pasted") or ""
        if not text.strip():
            return cleaned
        block = self.fields["grid"].block
        try:
            grid = pasted_grid(text.strip(), dict(grid_of(self.instance).columns))
            cleaned["grid"] = block.clean(block.to_python([{"type": "grid", "value": grid}]))
        except ValidationError as error:
            self.add_error("pasted", error.messages)
        else:
            self._errors.pop("grid", None)
        return cleaned
