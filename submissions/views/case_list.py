from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from accounts.decorators import applicant_required

from ..enums import State
from ..models import Submission
from ..permissions import cases_for_applicant
from ..versions import newest_number

PAGE_SIZE = 20
DRAFTS_AT_MOST = 50
SHOWN = {
    "": (_("All"), State.filed),
    "open": (_("In progress"), State.open),
    "done": (_("Finished"), State.final),
}


@never_cache
@applicant_required
def case_list(request: HttpRequest) -> HttpResponse:
    """My page: what needs me first, then what I began, then everything I have sent."""
    mine = cases_for_applicant(request.user).select_related("form_version", "profile")
    mine = mine.defer("form_version__schema_data", "form_version__handling_data")
    chosen = request.GET.get("show", "")
    _label, states = SHOWN.get(chosen, SHOWN[""])
    cases = Paginator(in_order(mine.filter(state__in=states)), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "drafts": drafts(mine)[:DRAFTS_AT_MOST],
        "cases": cases,
        "filters": [(key, label, key == chosen) for key, (label, _states) in SHOWN.items()],
        "show": chosen,
    }
    return render(request, "submissions/mypage/case_list.html", context)


def drafts(mine: QuerySet[Submission]) -> QuerySet[Submission]:
    """What was begun, with the number of the form that is offered now and the deadline of its own."""
    found = mine.filter(state=State.DRAFT).select_related("draft", "form_version__deadline")
    return found.annotate(newest_number=newest_number()).order_by("-pk")


def in_order(cases: QuerySet[Submission]) -> QuerySet[Submission]:
    """Cases that wait for the applicant first, then the newest."""
    waits = Case(When(state=State.CORRECTION_REQUESTED, then=Value(0)), default=Value(1), output_field=IntegerField())
    return cases.order_by(waits, "-arrived_at", "-pk")
