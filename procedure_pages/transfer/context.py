"""What reading and writing of blocks ask of the world around the file."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from . import rich_text
from .faults import Faults
from .media import Carrier, Unpacker
from .references import NAMED, find_row, name_of_row, not_found, page_at, path_of


class LeftOut(Exception):
    """The block points at something that the file does not carry."""


class Writing:
    """One export. Remembers which parts of the library and tables it came across."""

    def __init__(self, *, with_files: bool) -> None:
        self.carrier = Carrier(with_files=with_files)
        self.met: list[Any] = []

    def reference(self, model: type[Any], pk: Any) -> str | None:
        if pk is None:
            return None
        if kind := file_kind(model):
            name = self.carrier.name(kind, pk)
        else:
            row = model._default_manager.filter(pk=pk).first()
            name = name_of_row(row) if row else None
            if row is not None and row not in self.met:
                self.met.append(row)
        if name is None:
            raise LeftOut
        return name

    def rich_text(self, html: str) -> str:
        return rich_text.replace_links(html, self._link)

    def _link(self, kind: str, attributes: dict[str, str]) -> dict[str, str] | None:
        pk = int(attributes.get("id") or 0)
        if kind == "document":
            name = self.carrier.name("document", pk)
            return {"file": name} if name else None
        page = Page.objects.filter(pk=pk).first()
        return {"page": path_of(page)} if page else None


class Reading:
    """One import."""

    def __init__(self, faults: Faults, unpacker: Unpacker) -> None:
        self.faults, self.unpacker = faults, unpacker

    def reference(self, model: type[Any], name: Any, place: str) -> Any:
        """The primary key of what `name` stands for; None, with a fault, if there is no such thing."""
        if name in (None, ""):
            return None
        kind = file_kind(model)
        if not isinstance(name, str) or not (kind or model in NAMED or issubclass(model, Page)):
            self.faults.add(place, _("Write the name of what is meant."))
            return None
        row = self.unpacker.rows.get((kind, name)) if kind else find_row(model, name)
        if row is None:
            self.faults.add(place, not_found(model, name))
            return None
        return row.pk

    def rich_text(self, text: str, features: Any, place: str) -> str:
        html = rich_text.read(text, features or (), lambda message: self.faults.add(place, message))

        def link(kind: str, attributes: dict[str, str]) -> dict[str, str] | None:
            name = attributes.get("file" if kind == "document" else "page", "")
            row = self.unpacker.rows.get(("document", name)) if kind == "document" else page_at(name)
            if row is None:
                self.faults.add(place, _("There is nothing here to link to: “%(name)s”.") % {"name": name})
                return None
            return {"id": str(row.pk)}

        return rich_text.replace_links(html, link)


def file_kind(model: type[Any]) -> str:
    """Empty for what is no file."""
    if issubclass(model, AbstractImage):
        return "image"
    return "document" if issubclass(model, AbstractDocument) else ""
