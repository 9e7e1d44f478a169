from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from ..actions import open_notice
from ..models import Notice
from ..notices.files import notice_pdf
from ..permissions import cases_for_applicant
from .cases import own_case
from .documents import PDF, pdf_response
from .errors import MISSING
from .schemas import NoticeOut

of_case = Router()
router = Router()


@of_case.get("/{reference}/notices/", response={200: list[NoticeOut], **MISSING}, summary="The notices of a case")
def list_notices(request: HttpRequest, reference: str) -> QuerySet[Notice]:
    """Newest first; empty before the office decided."""
    return own_case(request.user, reference).notices.all()


@router.get("/{notice_id}/pdf", response=MISSING, openapi_extra=PDF, summary="A notice as PDF")
def get_notice_pdf(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The office sees when the notice was fetched for the first time."""
    own = Notice.objects.select_related("submission").filter(submission__in=cases_for_applicant(request.user))
    notice = get_object_or_404(own, pk=notice_id)
    content = notice_pdf(notice)
    open_notice(notice, user=request.user, is_download=True)
    return pdf_response(content, f"notice-{notice.pk}.pdf")
