"""Images and documents inside a file: base64 under a name, the name where they are used."""

import base64
import binascii
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.utils.file import hash_filelike

from .faults import Faults

KINDS = ("image", "document")
DOCUMENT_EXTENSIONS = ("pdf", "docx", "xlsx", "pptx", "csv", "txt")
SETTINGS = ("name", "kind", "title", "filename", "content")


class Carrier:
    """Names what an export carries; each of the names once."""

    def __init__(self, *, with_files: bool) -> None:
        self.with_files = with_files
        self.carried: dict[tuple[str, int], dict[str, Any]] = {}

    def name(self, kind: str, pk: int) -> str | None:
        """None for what is left out, or is not there any more."""
        row = _model(kind).objects.filter(pk=pk).first() if self.with_files else None
        if row is None:
            return None
        entry = self.carried.setdefault((kind, row.pk), {})
        entry.setdefault("name", f"{kind}-{len(self.carried)}")
        if "content" not in entry:
            with row.file.open("rb") as file:
                content = base64.b64encode(file.read()).decode("ascii")
            entry.update(kind=kind, title=row.title, filename=PurePath(row.file.name).name, content=content)
        return str(entry["name"])


class Unpacker:
    """Takes in what a file carries. `forget` removes it from the disk again, which no rollback does."""

    def __init__(self, faults: Faults, user: Any) -> None:
        self.faults, self.user = faults, user
        self.rows: dict[tuple[str, str], Any] = {}
        self.written: list[Any] = []

    def take(self, entries: Any) -> None:
        if not isinstance(entries, list):
            self.faults.add("files", _("Write a list here."))
            return
        for number, entry in enumerate(entries):
            self._take_one(entry, f"files[{number}]")

    def forget(self) -> None:
        for file in self.written:
            file.storage.delete(file.name)

    def _take_one(self, entry: Any, place: str) -> None:
        if not isinstance(entry, dict) or set(entry) != set(SETTINGS) or not all(map(_is_text, entry.values())):
            self.faults.add(place, _("A file has name, kind, title, filename and content, all of them texts."))
            return
        if entry["kind"] not in KINDS:
            self.faults.add(f"{place}.kind", _("Write one of: %(names)s") % {"names": "、".join(KINDS)})
            return
        try:
            content = base64.b64decode("".join(entry["content"].split()), validate=True)
            self.rows[entry["kind"], entry["name"]] = self._row(entry, content)
        except binascii.Error:
            self.faults.add(f"{place}.content", _("This is not base64."))
        except ValidationError as error:
            self.faults.add_error(f"{place}.content", error)

    def _row(self, entry: dict[str, str], content: bytes) -> Any:
        """The very same file, if it is here already, else a new one."""
        filename, model = PurePath(entry["filename"]).name, _model(entry["kind"])
        _check(entry["kind"], filename, content)
        file_hash = hash_filelike(BytesIO(content))
        known = model.objects.filter(file_hash=file_hash).first()
        if known is not None:
            return known
        row = model(title=entry["title"][:255], uploaded_by_user=self.user, file_hash=file_hash, file_size=len(content))
        row.file = ContentFile(content, name=filename)
        row.full_clean()
        row.save()
        self.written.append(row.file)
        return row


def _check(kind: str, filename: str, content: bytes) -> None:
    """ValidationError for what the admin would not take either."""
    if kind == "image":
        upload = SimpleUploadedFile(filename, content)
        upload.file = BytesIO(content)
        WagtailImageField().clean(upload)
    elif PurePath(filename).suffix.lower().lstrip(".") not in DOCUMENT_EXTENSIONS:
        raise ValidationError(_("Documents may be: %(names)s") % {"names": "、".join(DOCUMENT_EXTENSIONS)})


def _model(kind: str) -> Any:
    return get_image_model() if kind == "image" else get_document_model()


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
