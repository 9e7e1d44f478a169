"""The daily roots, for everybody: whoever keeps a copy can tell later whether the record was altered."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.japanese.eras import both_calendars

from ..models import DailyRoot

DAYS_SHOWN = 62


def daily_roots(request: HttpRequest) -> HttpResponse:
    rows = [[both_calendars(root.day), root.cases, root.root] for root in DailyRoot.objects.all()[:DAYS_SHOWN]]
    head = [_("Date"), _("Cases with an entry"), _("Number (SHA-256)")]
    context = {"rows": rows, "head": head, "caption": _("Number of each day")}
    return render(request, "submissions/daily_roots.html", context)


def daily_roots_json(request: HttpRequest) -> JsonResponse:
    """All of them, the oldest first: ``{"roots": [{"day", "cases", "root"}, …]}``."""
    return JsonResponse({"roots": list(DailyRoot.objects.order_by("day").values("day", "cases", "root"))})
