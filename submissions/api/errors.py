"""Every way of saying no, in one shape."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from ..refusals import (
    ConsentRequired,
    NotAllowed,
    NotOpen,
    OpenCorrection,
    OwnDraft,
    QuotaReached,
    Refused,
    VersionClosed,
    WrongState,
)

STATUS: dict[type[Refused], int] = {
    NotAllowed: 403,
    OwnDraft: 403,
    ConsentRequired: 403,
    WrongState: 409,
    NotOpen: 409,
    QuotaReached: 409,
    VersionClosed: 409,
    OpenCorrection: 409,
}
"""Every other refusal is about what was sent: 422."""
NOTHING_HERE = _("There is nothing here, or it is not yours.")
SENTENCES: dict[str, str | Promise] = {
    "missing": _("This is missing."),
    "extra_forbidden": _("This is not known here."),
}


class Error(Schema):
    """`code` is for programs, `message` for people; `errors` holds sentences by path where answers are the reason."""

    code: str
    message: str
    errors: dict[str, list[str]] = {}


MISSING: dict[Any, Any] = {401: Error, 404: Error}
REFUSALS: dict[Any, Any] = {**MISSING, 403: Error, 409: Error, 422: Error}
"""What the document says of operations that read, and of those that change something."""


class Difference(Schema):
    """An answer that was changed elsewhere: `sent` is yours, `stored` stands in the draft."""

    sent: Any
    stored: Any


class Conflict(Error):
    """Nothing was saved. Send again with `version` as `base_version`, or with `overwrite`."""

    version: int
    conflicts: dict[str, Difference]


class ChangedElsewhere(Refused):
    code = "conflict"
    message = _("Some answers were changed elsewhere in the meantime. Nothing was saved.")

    def __init__(self, version: int, sent: dict[str, Any], stored: dict[str, Any]) -> None:
        super().__init__()
        self.version = version
        self.conflicts = {key: {"sent": sent.get(key), "stored": value} for key, value in stored.items()}


def register_exception_handlers(api: NinjaAPI) -> None:
    """Makes `api` answer in the shape of `Error`, whatever went wrong on the caller's side."""

    def answer(request: HttpRequest, status: int, code: str, message: str | Promise, **more: Any) -> HttpResponse:
        body = {"code": code, "message": str(message), "errors": {}, **more}
        return api.create_response(request, body, status=status)

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
        status = STATUS.get(type(refusal), 422)
        return answer(request, status, refusal.code, refusal.message, errors=refusal.errors)

    @api.exception_handler(ChangedElsewhere)
    def changed_elsewhere(request: HttpRequest, refusal: ChangedElsewhere) -> HttpResponse:
        more = {"version": refusal.version, "conflicts": refusal.conflicts}
        return answer(request, 409, refusal.code, refusal.message, **more)

    @api.exception_handler(Http404)
    def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
        return answer(request, 404, "not_found", NOTHING_HERE)

    @api.exception_handler(AuthenticationError)
    def not_authenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        response = answer(request, 401, "not_authenticated", _("Send a valid token of your account."))
        response.headers["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(ValidationError)
    def invalid_request(request: HttpRequest, error: ValidationError) -> HttpResponse:
        message = _("The request does not have the form that the document of this interface describes.")
        return answer(request, 422, "invalid_request", message, errors=_by_place(error))

    @api.exception_handler(HttpError)
    @api.exception_handler(SuspiciousOperation)
    @api.exception_handler(MultiPartParserError)
    def bad_request(request: HttpRequest, error: Exception) -> HttpResponse:
        return answer(request, getattr(error, "status_code", 400), "bad_request", _("The request cannot be read."))

    @api.exception_handler(RequestDataTooBig)
    def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        return answer(request, 413, "too_large", _("The request is too large."))


def _by_place(error: ValidationError) -> dict[str, list[str]]:
    """The errors of ninja by the place of the value in the request, for example ``body.answers``."""
    places: dict[str, list[str]] = {}
    for found in error.errors:
        source, *place = (str(part) for part in found["loc"])
        name = ".".join([source, *(place[1:] if source == "body" else place)])
        sentence = SENTENCES.get(found["type"], _("This value cannot be used here."))
        places.setdefault(name, []).append(str(sentence))
    return places
