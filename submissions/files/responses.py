"""Hands a stored file to somebody whom a view has let through."""

from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponseBase, HttpResponseRedirect

from ..models import Attachment

HARMLESS = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"
"""What a file of somebody else may do in the browser that shows it: nothing. A PDF too: its scripts reach no page."""


def file_response(attachment: Attachment, *, is_thumbnail: bool = False) -> HttpResponseBase:
    """The file itself from a folder, a short-lived signed address from S3. Never cached, never run as a page."""
    stored: FieldFile = attachment.thumbnail if is_thumbnail else attachment.file
    if not isinstance(stored.storage, FileSystemStorage):
        return _private(HttpResponseRedirect(stored.storage.url(str(stored.name))))
    content_type = "image/jpeg" if is_thumbnail else attachment.content_type
    response = FileResponse(
        stored.storage.open(str(stored.name)), filename=attachment.name, content_type=content_type, as_attachment=False
    )
    return _private(response)


def _private(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = HARMLESS
    return response
