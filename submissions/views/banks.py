"""Banks and branches by name or code, offline, and what is understood of an account while it is typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts.japanese.banks import Place, banks_like, branches_like, the_one

from ..schema import Field
from ..schema.kinds.bank import BankKind
from .typed import typed_parts

SUGGESTED_AT_MOST = 50
LONGEST = 100
QUESTION = Field(key="", kind=BankKind.name, label="")


@require_GET
@cache_control(max_age=86400, public=True)
def banks(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "")[:LONGEST]
    return suggestions(banks_like(text) if text.strip() else [])


@require_GET
@cache_control(max_age=86400, public=True)
def branches(request: HttpRequest) -> HttpResponse:
    """Those of the bank that is typed beside the branch."""
    bank = request.GET.get("with", "")[:LONGEST]
    found = the_one(banks_like(bank), bank)
    return suggestions(branches_like(found.code, request.GET.get("q", "")[:LONGEST]) if found else [])


@never_cache
@require_POST
def account(request: HttpRequest) -> HttpResponse:
    """What is understood of the boxes. By POST, so that no account number stands in a log."""
    kind = BankKind()
    raw = {part: request.POST.get(part, "")[:LONGEST] for part in ("bank", "branch", "kind", "number", "holder")}
    return JsonResponse({"lines": [] if kind.is_blank(raw) else kind.lines(QUESTION, kind.read(QUESTION, raw).value)})


def suggestions(places: list[Place]) -> JsonResponse:
    found = [{"value": str(place), "label": place.name, "note": place.code} for place in places[:SUGGESTED_AT_MOST]]
    return JsonResponse({"found": found, "count": len(places)})


def fill_bank(changes: dict[str, Any], order: str) -> str:
    """Carry out ``path`` (look up what was typed) or ``path:bank:code`` (choose); the anchor of the place to show.

    Looking up needs no more than to save what was typed: the page then shows what it means.
    """
    path, part, choice = (*order.split(":"), "", "")[:3]
    typed = typed_parts(changes, path)
    if typed is not None and part in ("bank", "branch"):
        typed[part] = choice
        if part == "bank":
            typed["branch"] = ""
    return f"#q-{path}"
