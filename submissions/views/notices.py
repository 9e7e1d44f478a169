from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from accounts.decorators import applicant_required

from ..actions import mark_told, open_notice
from ..enums import Delivery
from ..models import Notice
from ..notices.files import notice_pdf
from ..notifications import names_at
from .access import own_case
from .case import pdf_response


def own_notice(request: HttpRequest, reference: str, pk: UUID) -> Notice:
    found = own_case(request, reference).notices.filter(pk=pk).select_related("submission__department").first()
    if found is None:
        raise Http404
    return found


@never_cache
@applicant_required
def notice(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """The outcome in words. Opening it is recorded: the office knows that it was read."""
    found = own_notice(request, reference, pk)
    open_notice(found, user=request.user)
    mark_told(found.submission, user=request.user, notifications=names_at("notice"))
    context = {"notice": found, "submission": found.submission, "is_paper": found.delivery == Delivery.PAPER}
    return render(request, "submissions/mypage/notice.html", context)


@never_cache
@applicant_required
def notice_file(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    found = own_notice(request, reference, pk)
    content = notice_pdf(found)
    open_notice(found, user=request.user, is_download=True)
    return pdf_response(content, f"notice-{found.fiscal_year}-{found.sequence}.pdf")
