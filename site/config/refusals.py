"""Refusals under ``/api/v1/`` that no operation sees, such as an unknown address, in the shape of that interface."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.api.errors import NOTHING_HERE, Error
from submissions.api.language import language_of

PREFIX = "/api/v1/"
REFUSALS: dict[int, tuple[str, str | Promise]] = {
    400: ("bad_request", _("The request cannot be read.")),
    403: ("not_allowed", _("You may not do that.")),
    404: ("not_found", NOTHING_HERE),
    405: ("method_not_allowed", _("This address cannot be called like that. The header “Allow” says how it can.")),
    429: ("too_many_requests", _("Too many requests. Wait a minute before you try again.")),
    500: ("internal_error", _("Something went wrong on our side. Try again later.")),
}


class RefusalsOfTheApiMiddleware:
    """Stands outside of everything that may answer with a page. Headers such as ``Allow`` stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = not response.headers.get("Content-Type", "").startswith("application/json")
        if request.path_info.startswith(PREFIX) and response.status_code in REFUSALS and is_page:
            return in_shape(request, response)
        return response


def in_shape(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    code, message = REFUSALS[response.status_code]
    language = language_of(request)
    with translation.override(language):
        body = Error(code=code, message=str(message)).model_dump()
    refusal = JsonResponse(body, status=response.status_code)
    if "Allow" in response.headers:
        refusal.headers["Allow"] = response.headers["Allow"]
    refusal.headers["Content-Language"] = language
    refusal.headers["Cache-Control"] = "no-store"
    patch_vary_headers(refusal, ["Accept-Language"])
    return refusal
