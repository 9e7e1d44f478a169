"""What JavaScript sends while somebody types. The page works without it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..actions import Saved, save_draft
from ..forms.typed import typed_changes
from ..refusals import Refused
from ..schema import Step
from .access import own_draft, seen_versions, version_of


def logged_out(request: HttpRequest) -> JsonResponse | None:
    if request.user.is_authenticated:
        return None
    return JsonResponse(
        {"message": _("You have been logged out. Log in again in another tab, then go on.")}, status=401
    )


@never_cache
@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """The fields of one step: 200 with the new version, 409 with what was changed elsewhere.

    The page learns the new version only as long as no other window changed a question of this step: else it would
    overwrite, without having seen it, what it does not show. What it saved itself it learns question by question.
    """
    if (refusal := logged_out(request)) is not None:
        return refusal
    submission, draft = own_draft(request, reference)
    position = request.POST.get("position", "")
    steps = submission.schema.steps
    if not position.isdecimal() or not 1 <= int(position[:4]) <= len(steps):
        return JsonResponse({"message": _("Reload the page.")}, status=400)
    step = steps[int(position[:4]) - 1]
    changes = typed_changes(step, draft, request.POST)
    base, seen = version_of(request.POST.get("version", "")), seen_versions(request.POST.getlist("seen"))
    try:
        saved = save_draft(submission, changes, user=request.user, base_version=base, seen=seen)
    except Refused as refused:
        return JsonResponse({"message": str(refused)}, status=409)
    own = {key: saved.version for key in changes if key not in saved.conflicts}
    if saved.conflicts:
        message = _("An answer was changed in another window. Press “Save and go on” to compare.")
        return JsonResponse({"message": message, "version": base, "seen": own}, status=409)
    others = _changed_elsewhere(step, saved, base, {**seen, **own})
    if others and base is not None:
        message = _("Saved. Another window changed: %(labels)s. Reload the page to see it.")
        words = message % {"labels": "、".join(others)}
        return JsonResponse({"version": base, "seen": own, "message": words})
    return JsonResponse({"version": saved.version})


def _changed_elsewhere(step: Step, saved: Saved, base: int | None, seen: Mapping[str, int]) -> list[str]:
    """The labels of the questions of `step` that stand otherwise in the draft than the page shows them."""
    return [
        field.label
        for field in step.fields
        if base is not None and saved.stamps.get(field.key, 0) > max(base, seen.get(field.key, 0))
    ]
