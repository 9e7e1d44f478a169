from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..schema import Field
from ..schema.kinds import file_kind

MEBIBYTE = 1024 * 1024
ACCEPT = {"jpg": ".jpg,.jpeg", "heic": ".heic,.heif"}
NAMES = {"pdf": "PDF", "jpg": "JPEG", "png": "PNG", "heic": "HEIC", "xlsx": "Excel（xlsx）", "docx": "Word（docx）"}


class FileWidget(forms.FileInput):
    """Shows what is attached and takes more. The answer itself, a list of ids, changes by upload and removal only."""

    template_name = "theme/widgets/file.html"
    allow_multiple_selected = True

    def __init__(self, field: Field, files: list[dict[str, str]]) -> None:
        super().__init__({"capture": "environment"} if opens_camera(field) else None)
        self.question, self.files = field, files

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        extensions = file_kind(self.question).extensions(self.question)
        context["widget"] |= {
            "accept": ",".join(ACCEPT.get(name, f".{name}") for name in extensions),
            "multiple": file_kind(self.question).most(self.question) > 1,
            "rules": rules_of(self.question),
            "files": self.files,
            "shrinks": "jpg" in extensions,
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> list[str]:
        return [file["id"] for file in self.files if file["id"]]


def rules_of(field: Field) -> str:
    """Formats, size with bytes, number: PDF・JPEG、1ファイル10MB（10,485,760バイト）まで、3件まで."""
    kind = file_kind(field)
    size, count = kind.max_bytes(field), kind.most(field)
    return _("%(formats)s. Up to %(megabytes)d MB (%(bytes)s bytes) each, %(count)s.") % {
        "formats": "・".join(NAMES.get(name, name.upper()) for name in kind.extensions(field)),
        "megabytes": size // MEBIBYTE,
        "bytes": f"{size:,}",
        "count": ngettext("up to %(count)d file", "up to %(count)d files", count) % {"count": count},
    }


def opens_camera(field: Field) -> bool:
    """The author lets a phone open its camera at once."""
    return field.kind == "photo" and bool(field.options.get("camera", True))
