"""What was typed into a session that had ended: kept until the person has logged in again, then saved."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext as _

from ..enums import State
from ..models import Submission

KEY = "pending_answers"
CHARACTERS_AT_MOST = 500_000
NOT_KEPT = ("csrfmiddlewaretoken",)

View = Callable[..., HttpResponseBase]


def keep_typed(view: View) -> View:
    """On a post without a login, keep the fields in the visitor's session and ask for the login.

    Only for a draft that exists, whose address nobody guesses: else anybody could fill the table of sessions.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated or request.method != "POST":
            return view(request, *args, **kwargs)
        typed = request.POST.copy()
        for name in NOT_KEPT:
            typed.pop(name, None)
        text = typed.urlencode()
        if len(text) <= CHARACTERS_AT_MOST and _is_draft(kwargs["reference"]):
            request.session[KEY] = {"path": request.path, "typed": text}
        return redirect_to_login(request.path)

    return checked


def _is_draft(reference: str) -> bool:
    return Submission.objects.filter(reference=reference, state__in=State.editable).exists()


def take_pending(request: HttpRequest) -> QueryDict | None:
    """The fields that were kept for this very page, once."""
    kept = request.session.get(KEY)
    if not kept or kept.get("path") != request.path:
        return None
    del request.session[KEY]
    messages.success(request, _("You are logged in again. What you had typed has been restored and saved."))
    return QueryDict(kept["typed"])
