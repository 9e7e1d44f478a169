from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from .modes import COOKIE, Mode, mode_of

A_YEAR = 365 * 24 * 60 * 60
CHOICES = [
    (Mode.PLAIN, _("Ordinary Japanese"), _("As most people read it.")),
    (Mode.FURIGANA, _("With furigana"), _("The reading stands above difficult characters.")),
    (Mode.EASY, _("Easy Japanese"), _("Short sentences and easy words, with furigana, where there are such.")),
]


@require_GET
def choose_reading(request: HttpRequest) -> HttpResponse:
    """Offers the three ways; with one in the address keeps it in a cookie and goes back to where the reader was."""
    back = _safe(request, request.GET.get("next") or request.headers.get("Referer", ""))
    chosen = request.GET.get("mode")
    if chosen is None or chosen not in tuple(Mode):
        context = {"choices": CHOICES, "chosen": mode_of(request), "next": back}
        return render(request, "theme/reading.html", context)
    response = HttpResponseRedirect(back)
    if chosen == Mode.PLAIN:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(COOKIE, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def _safe(request: HttpRequest, target: str) -> str:
    is_safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if is_safe else "/"
