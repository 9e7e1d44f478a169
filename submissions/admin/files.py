"""Attachments for the office: a safe picture in place, the file itself on demand. Both are recorded."""

import io
import threading
from typing import Any

import pypdfium2
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import cache_control
from PIL import Image, ImageOps

from ..actions import record_access
from ..enums import AccessKind
from ..files.responses import HARMLESS
from ..models import Attachment
from .access import CaseMixin, record_look

PREVIEW_PIXELS = 1200
PDF = "application/pdf"
SHOWN_IN_BROWSER = (PDF, "image/jpeg", "image/png", "image/gif", "image/webp")
_pdfium = threading.Lock()
"""PDFium is not thread-safe."""


class FileMixin(CaseMixin):
    """`self.attachment`, if it is of this case, passed the scan, and the case is in sight."""

    attachment: Attachment

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.attachment = get_object_or_404(self.case.attachments, pk=kwargs["uuid"])
        if not self.attachment.is_readable:
            raise Http404


class FileView(FileMixin, View):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        attachment = self.attachment
        is_download = "download" in request.GET or attachment.content_type not in SHOWN_IN_BROWSER
        kind = AccessKind.DOWNLOAD if is_download else AccessKind.FILE
        record_access(self.case, user=request.user, kind=kind, detail=attachment.name)
        response = FileResponse(
            attachment.file.open("rb"),
            as_attachment=is_download,
            filename=attachment.name,
            content_type=attachment.content_type if attachment.content_type in SHOWN_IN_BROWSER else "",
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Content-Security-Policy"] = HARMLESS
        return response


@method_decorator(cache_control(private=True, max_age=600), name="dispatch")
class PreviewView(FileMixin, View):
    """A picture drawn here, of an image or of a PDF's first page: nothing of the file itself reaches the browser."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        record_look(self.case, user=request.user)
        with self.attachment.file.open("rb") as source:
            content = source.read()
        try:
            picture = first_page(content) if self.attachment.content_type == PDF else Image.open(io.BytesIO(content))
            drawn = as_jpeg(picture)
        except (OSError, ValueError, Image.DecompressionBombError, pypdfium2.PdfiumError):
            raise Http404 from None
        response = HttpResponse(drawn, content_type="image/jpeg")
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def first_page(content: bytes) -> Image.Image:
    """The first page of a PDF at most `PREVIEW_PIXELS` wide and high. PdfiumError if it cannot be read."""
    with _pdfium:
        document = pypdfium2.PdfDocument(content)
        try:
            page = document[0]
            scale = PREVIEW_PIXELS / max(page.get_width(), page.get_height(), 1)
            return page.render(scale=scale).to_pil()
        finally:
            document.close()


def as_jpeg(picture: Image.Image) -> bytes:
    """`picture` turned upright, made small and drawn anew, without its metadata."""
    picture.thumbnail((PREVIEW_PIXELS, PREVIEW_PIXELS))
    upright = ImageOps.exif_transpose(picture)
    flat = Image.new("RGB", upright.size, "white")
    rgba = upright.convert("RGBA")
    flat.paste(rgba, mask=rgba.getchannel("A"))
    buffer = io.BytesIO()
    flat.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
