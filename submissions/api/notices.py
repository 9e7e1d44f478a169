from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from accounts.enums import AgentPower

from ..actions import open_notice
from ..models import Notice
from ..notices.files import notice_pdf
from ..permissions import cases_for_applicant, may_read_notices
from .cases import own_case
from .documents import PDF, pdf_response
from .errors import MISSING
from .schemas import NoticeOut

of_case = Router()
router = Router()


@of_case.get("/{reference}/notices/", response={200: list[NoticeOut], **MISSING}, summary="The notices of a case")
def list_notices(request: HttpRequest, reference: str) -> QuerySet[Notice]:
    """Newest first; empty before the office decided."""
    case = own_case(request.user, reference)
    return case.notices.all() if may_read_notices(request.user, case) else case.notices.none()


@router.get("/{notice_id}/pdf", response=MISSING, openapi_extra=PDF, summary="A notice as PDF")
def get_notice_pdf(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The office sees when the notice was fetched for the first time."""
    mine = cases_for_applicant(request.user, AgentPower.NOTICES)
    own = Notice.objects.select_related("submission").filter(submission__in=mine)
    notice = get_object_or_404(own, pk=notice_id)
    content = notice_pdf(notice)
    open_notice(notice, user=request.user, is_download=True)
    return pdf_response(content, f"notice-{notice.pk}.pdf")
