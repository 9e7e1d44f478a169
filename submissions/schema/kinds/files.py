import uuid

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..types import Field
from .base import JSON, Kind

DEFAULT_EXTENSIONS = ("pdf", "jpg", "png")
DEFAULT_MEGABYTES = 10
PHOTO_EXTENSIONS = ("jpg", "png", "heic")


class FileKind(Kind):
    """Value: a list of attachment ids (UUID texts). Whether they exist and belong here is the action's to check."""

    name = "file"
    has_files = True
    is_choice = True
    has_files = True

    def required_message(self, field: Field) -> str:
        return _("Attach “%(label)s”.") % {"label": field.label}

    def clean(self, field: Field, raw: JSON) -> list[str]:
        ids = raw if isinstance(raw, list) else [raw]
        try:
            ids = [str(uuid.UUID(str(item))) for item in ids]
        except ValueError:
            raise ValidationError(_("Attach the file again."), code="invalid_file") from None
        limit = self.most(field)
        if len(ids) > limit:
            message = ngettext("Attach %(count)d file at most.", "Attach %(count)d files at most.", limit)
            raise ValidationError(message % {"count": limit}, code="too_many_files")
        return list(dict.fromkeys(ids))

    def most(self, field: Field) -> int:
        return int(field.options.get("max_files") or 1)

    def extensions(self, field: Field) -> tuple[str, ...]:
        return tuple(field.options.get("extensions") or DEFAULT_EXTENSIONS)

    def max_bytes(self, field: Field) -> int:
        return int(field.options.get("max_megabytes") or DEFAULT_MEGABYTES) * 1024 * 1024

    def display(self, field: Field, value: JSON) -> str:
        count = len(value or ())
        return ngettext("%(count)d file", "%(count)d files", count) % {"count": count} if count else ""

    def search_text(self, field: Field, value: JSON) -> str:
        return ""

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "array", "items": {"type": "string", "format": "uuid"}, "maxItems": self.most(field)}


class PhotoKind(FileKind):
    """Pictures only, taken with the camera of a phone or chosen from it."""

    name = "photo"

    def extensions(self, field: Field) -> tuple[str, ...]:
        return PHOTO_EXTENSIONS
