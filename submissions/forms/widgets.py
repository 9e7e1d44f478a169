"""How each kind of question is asked on a page."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.widgets import AddressPartsWidget, DatePartsWidget

from ..schema import Field
from ..schema.kinds import KINDS, FileKind
from ..schema.kinds.dates import DateKind
from ..schema.kinds.text import TextKind

MEBIBYTE = 1024 * 1024
ACCEPT = {"jpg": ".jpg,.jpeg", "heic": ".heic,.heif"}
NAMES = {"pdf": "PDF", "jpg": "JPEG", "png": "PNG", "heic": "HEIC", "xlsx": "Excel（xlsx）", "docx": "Word（docx）"}


class RadioSelect(forms.RadioSelect):
    template_name = "theme/widgets/choices.html"


class Checkboxes(forms.CheckboxSelectMultiple):
    template_name = "theme/widgets/choices.html"


class DateWidget(DatePartsWidget):
    """Shows whatever the draft holds: the three boxes as typed, or a date."""

    def split(self, value: Any) -> dict[str, str]:
        if not value:
            return {}
        year, month, day = DateKind.parts(value)
        return {"year": year, "month": month.lstrip("0"), "day": day.lstrip("0")}


class FileWidget(forms.FileInput):
    """Shows what is attached and takes more. The answer itself, a list of ids, changes by upload and removal only."""

    template_name = "theme/widgets/file.html"
    allow_multiple_selected = True

    def __init__(self, field: Field, files: list[dict[str, str]]) -> None:
        super().__init__()
        self.question, self.files = field, files

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        extensions = FileKind.extensions(self.question)
        context["widget"] |= {
            "accept": ",".join(ACCEPT.get(name, f".{name}") for name in extensions),
            "multiple": FileKind.most(self.question) > 1,
            "rules": rules_of(self.question),
            "files": self.files,
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> list[str]:
        return [file["id"] for file in self.files]


def rules_of(field: Field) -> str:
    """Formats, size with bytes, number: PDF・JPEG、1ファイル10MB（10,485,760バイト）まで、3件まで."""
    size = FileKind.max_bytes(field)
    count = FileKind.most(field)
    return _("%(formats)s. Up to %(megabytes)d MB (%(bytes)s bytes) each, %(count)s.") % {
        "formats": "・".join(NAMES.get(name, name.upper()) for name in FileKind.extensions(field)),
        "megabytes": size // MEBIBYTE,
        "bytes": f"{size:,}",
        "count": ngettext("up to %(count)d file", "up to %(count)d files", count) % {"count": count},
    }


def widget_for(field: Field, files: list[dict[str, str]]) -> forms.Widget:
    """The widget of a question; `files` are those attached to it."""
    if KINDS[field.kind].has_files:
        return FileWidget(field, files)
    return WIDGETS.get(field.kind, _line)(field)


def _line(field: Field) -> forms.Widget:
    inputmode = {"integer": "numeric", "money": "numeric", "tel": "tel", "email": "email"}.get(field.kind, "")
    width = {"integer": "s", "money": "m", "tel": "m", "time": "s", "code": "m", "email": "l"}.get(field.kind, "xl")
    attrs = {"class": f"width-{width}"}
    attrs |= {"inputmode": inputmode} if inputmode else {}
    attrs |= {"autocomplete": field.autocomplete} if field.autocomplete else {}
    return forms.TextInput(attrs)


def _textarea(field: Field) -> forms.Widget:
    kind = KINDS[field.kind]
    limit = kind.limit(field) if isinstance(kind, TextKind) else 0
    return forms.Textarea({"rows": 6, "data-counter": limit})


def _radio(field: Field) -> forms.Widget:
    return RadioSelect({"class": "choices--boxed"}, choices=[(choice.key, choice.label) for choice in field.choices])


def _checkboxes(field: Field) -> forms.Widget:
    return Checkboxes({"class": "choices--boxed"}, choices=[(choice.key, choice.label) for choice in field.choices])


def _select(field: Field) -> forms.Widget:
    blank = ("", _("Choose"))
    return forms.Select(
        {"class": "width-l"}, choices=[blank, *((choice.key, choice.label) for choice in field.choices)]
    )


WIDGETS: dict[str, Callable[[Field], forms.Widget]] = {
    "textarea": _textarea,
    "radio": _radio,
    "checkboxes": _checkboxes,
    "select": _select,
    "date": lambda field: DateWidget(),
    "address": lambda field: AddressPartsWidget(has_postal_code=True, is_own=field.prefill == "address"),
    "declaration": lambda field: forms.CheckboxInput(),
}
