"""The PDFs of a case for the office."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views import View

from ..actions import record_access
from ..enums import AccessKind
from ..notices.files import notice_pdf
from ..notices.receipt import render_receipt
from .access import CaseMixin


class ApplicationPdfView(CaseMixin, View):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        record_access(self.case, user=request.user, kind=AccessKind.PRINT)
        return pdf_response(render_receipt(self.case), f"{self.case.number}.pdf")


class NoticePdfView(CaseMixin, View):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        notice = get_object_or_404(self.case.notices, pk=kwargs["uuid"])
        record_access(self.case, user=request.user, kind=AccessKind.NOTICE, detail=notice.document_number)
        return pdf_response(notice_pdf(notice), f"{_('Notice')} {notice.document_number}.pdf")


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """A PDF that the browser may show and must not keep."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
