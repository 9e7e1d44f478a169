from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required
from accounts.enums import AgentPower

from ..actions import choose_delivery, mark_told, open_notice
from ..enums import Delivery, State
from ..models import Notice
from ..notices.files import notice_pdf
from ..notices.proof import proof_of
from ..notifications import names_at
from ..permissions import cases_for_applicant, may_read_notices
from ..refusals import Refused
from .access import own_case
from .case import pdf_response

PAGE_SIZE = 20
JSON = ("form_version__schema_data", "form_version__handling_data")


@never_cache
@applicant_required
def notice_list(request: HttpRequest) -> HttpResponse:
    """The notices of all of one's cases, those not read yet first."""
    mine = Notice.objects.filter(
        submission__in=cases_for_applicant(request.user, AgentPower.NOTICES).order_by(), available_at__isnull=False
    )
    mine = mine.select_related("submission__form_version").defer("content", *(f"submission__{name}" for name in JSON))
    order = F("first_opened_at").desc(nulls_first=True)
    page = Paginator(mine.order_by(order, "-issued_at"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "notices": page,
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "submissions/mypage/notice_list.html", context)


def own_notice(request: HttpRequest, reference: str, pk: UUID) -> Notice:
    case = own_case(request, reference)
    found = case.notices.filter(pk=pk).select_related("submission__department").first()
    if found is None or not may_read_notices(request.user, case):
        raise Http404
    return found


@never_cache
@applicant_required
def notice(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """The outcome in words. Opening it is recorded: the office knows that it was read."""
    found = own_notice(request, reference, pk)
    open_notice(found, user=request.user)
    mark_told(found.submission, user=request.user, notifications=names_at("notice"))
    context = {
        "notice": found,
        "submission": found.submission,
        "is_paper": found.delivery == Delivery.PAPER,
        "proof": proof_of(found),
    }
    return render(request, "submissions/mypage/notice.html", context)


@never_cache
@applicant_required
def notice_file(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    found = own_notice(request, reference, pk)
    content = notice_pdf(found)
    open_notice(found, user=request.user, is_download=True)
    return pdf_response(content, f"notice-{found.fiscal_year}-{found.sequence}.pdf")


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def delivery(request: HttpRequest, reference: str) -> HttpResponse:
    """On paper instead of online, or the other way round, until the case is decided."""
    case = own_case(request, reference)
    if request.method == "POST":
        try:
            choose_delivery(case, user=request.user, delivery=request.POST.get("delivery", ""))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("We have noted how you want to receive the notice."))
        return redirect("submissions:case", reference)
    is_open = case.state in State.open
    return render(
        request,
        "submissions/mypage/delivery.html",
        {"submission": case, "is_open": is_open, "deliveries": Delivery.choices},
    )
