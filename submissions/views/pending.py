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
GOES_ON = ("action", "go")

View = Callable[..., HttpResponseBase]


def keep_typed(view: View) -> View:
    """On a post without a login, keep the fields in the visitor's session and ask for the login.

    Only for a draft that exists, whose address nobody guesses: else anybody could fill the table of sessions.
    """

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated or request.method != "POST":
            return view(request, *args, **kwargs)
        typed = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
        files = [file.name for _path, uploads in request.FILES.lists() for file in uploads]
        if _length_of(typed, files) <= CHARACTERS_AT_MOST and _is_draft(kwargs["reference"]):
            request.session[KEY] = {"path": request.path, "typed": typed, "files": files}
        return redirect_to_login(request.path)

    return checked


def _length_of(typed: dict[str, list[Any]], files: list[str | None]) -> int:
    return sum(len(str(word)) for words in (*typed.values(), files) for word in words)


def _is_draft(reference: str) -> bool:
    return Submission.objects.filter(reference=reference, state__in=State.editable).exists()


def take_pending(request: HttpRequest, *, told: str = "") -> QueryDict | None:
    """The fields that were kept for this very page, once; `told` is what the person reads of it.

    Files cannot be kept. If there were any, each is named and the page does not go on to another one.
    """
    kept = request.session.get(KEY)
    if not kept or kept.get("path") != request.path:
        return None
    del request.session[KEY]
    typed = QueryDict(mutable=True)
    for name, values in kept["typed"].items():
        typed.setlist(name, values)
    told = told or _("You are logged in again. What you had typed has been restored and saved.")
    messages.success(request, told)
    for name in kept["files"]:
        messages.warning(request, _("“%(name)s” could not be kept. Choose the file again.") % {"name": name})
    if kept["files"]:
        for name in GOES_ON:
            typed.pop(name, None)
    return typed
