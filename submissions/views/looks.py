from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from accounts.decorators import applicant_required

from .access import own_case

PAGE_SIZE = 50


@never_cache
@applicant_required
def looks(request: HttpRequest, reference: str) -> HttpResponse:
    """Every time that the office looked: when, which office, at what. Never who."""
    case = own_case(request, reference)
    records = case.access_records.select_related("department").defer("user")
    page = Paginator(records, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "submission": case,
        "looks": page,
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "submissions/mypage/looks.html", context)
