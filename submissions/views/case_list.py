from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from accounts.acting import may_use
from accounts.decorators import applicant_required
from accounts.enums import AgentPower

from ..enums import State
from ..forms.case_filter import CaseFilter
from ..models import Submission
from ..permissions import cases_for_applicant
from ..versions import newest_number
from .mails import lost_addresses
from .needs import UNREAD, needs_of

PAGE_SIZE = 20
DRAFTS_AT_MOST = 50
SHORTCUTS = (("", _("All")), ("open", _("In progress")), ("done", _("Finished")))


@never_cache
@applicant_required
def case_list(request: HttpRequest) -> HttpResponse:
    """My page: what needs me first, then what I began, then everything I have sent."""
    acting = request.acting  # type: ignore[attr-defined]
    mine = cases_for_applicant(request.user).filter(profile=acting.profile).select_related("form_version", "profile")
    mine = mine.defer("form_version__schema_data", "form_version__handling_data")
    narrowed = CaseFilter(request.GET, procedures=procedures_of(mine))
    sent = mine.filter(narrowed.condition, state__in=State.filed).annotate(has_news=Exists(UNREAD))
    cases = Paginator(sent.order_by("-arrived_at", "-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    chosen = narrowed.chosen.get("state", "")
    context = {
        "lost": lost_addresses(request),
        "needs": needs_of(mine, with_notices=may_use(acting, AgentPower.NOTICES)),
        "drafts": drafts(mine)[:DRAFTS_AT_MOST],
        "cases": cases,
        "filter": narrowed,
        "is_narrowed": bool(narrowed.chosen.keys() - {"state"}),
        "shortcuts": [(link(request, state=key), label, key == chosen) for key, label in SHORTCUTS],
        "previous_url": link(request, page=cases.previous_page_number()) if cases.has_previous() else "",
        "next_url": link(request, page=cases.next_page_number()) if cases.has_next() else "",
    }
    return render(request, "submissions/mypage/case_list.html", context)


def procedures_of(mine: QuerySet[Submission]) -> list[tuple[int, str]]:
    """What there is to choose from: the procedures of one's cases, by their names of today."""
    filed = mine.filter(state__in=State.filed).order_by("procedure__title")
    return list(filed.values_list("procedure_id", "procedure__title").distinct())


def drafts(mine: QuerySet[Submission]) -> QuerySet[Submission]:
    """What was begun, with the number of the form that is offered now and the deadline of its own."""
    found = mine.filter(state=State.DRAFT).select_related("draft", "form_version__deadline")
    return found.annotate(newest_number=newest_number()).order_by("-pk")


def link(request: HttpRequest, **changes: Any) -> str:
    """The address of the list as it is now, with `changes`; from the first page unless a page is given."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"
