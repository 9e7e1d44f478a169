"""What JavaScript sends while somebody types. The page works without it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..actions import add_attachment, save_draft
from ..forms.typed import typed_changes
from ..models import DraftAnswers
from ..refusals import Refused
from .access import own_draft, version_of
from .attached import attached_files


def _is_logged_out(request: HttpRequest) -> JsonResponse | None:
    if request.user.is_authenticated:
        return None
    return JsonResponse(
        {"message": _("You have been logged out. Log in again in another tab, then go on.")}, status=401
    )


@never_cache
@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """The fields of one step: 200 with the new version, 409 with what was changed elsewhere."""
    if (refusal := _is_logged_out(request)) is not None:
        return refusal
    submission, draft = own_draft(request, reference)
    position = request.POST.get("position", "")
    steps = submission.schema.steps
    if not position.isdecimal() or not 1 <= int(position[:4]) <= len(steps):
        return JsonResponse({"message": _("Reload the page.")}, status=400)
    changes = typed_changes(steps[int(position[:4]) - 1], draft, request.POST)
    base = version_of(request.POST.get("version", ""))
    try:
        saved = save_draft(submission, changes, user=request.user, base_version=base)
    except Refused as refused:
        return JsonResponse({"message": str(refused)}, status=409)
    if saved.conflicts:
        message = _("An answer was changed in another window. Press “Save and go on” to compare.")
        return JsonResponse({"message": message, "version": base}, status=409)
    return JsonResponse({"version": saved.version})


@never_cache
@require_POST
def upload(request: HttpRequest, reference: str) -> HttpResponse:
    """One file for one question; the question's list of files as HTML, or a sentence in JSON.

    The page learns the new version only if nothing but this file has changed since it last looked: else it would
    overwrite, without having seen it, what another window saved meanwhile.
    """
    if (refusal := _is_logged_out(request)) is not None:
        return refusal
    submission, _draft = own_draft(request, reference)
    path, file = request.POST.get("path", ""), request.FILES.get("file")
    if file is None:
        return JsonResponse({"message": _("Choose the file again.")}, status=400)
    try:
        attachment = add_attachment(submission, path, file, user=request.user)
    except Refused as refused:
        return JsonResponse({"message": str(refused)}, status=422)
    response = render(request, "theme/components/file_list.html", _list_of(submission, attachment.path))
    now = DraftAnswers.objects.values_list("version", flat=True).get(submission=submission)
    seen = version_of(request.POST.get("version", ""))
    response["X-Draft-Version"] = now if seen in (None, now - 1) else seen
    return response


def _list_of(submission: Any, path: str) -> dict[str, Any]:
    step = submission.schema.step_of(path.split(".", 1)[0])
    return {"files": attached_files(submission, step).get(path, []), "remove_name": path}
