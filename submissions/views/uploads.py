"""What JavaScript sends and asks about files. Without it they come with the page itself: see `step`."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..actions import add_attachment, begin_upload, cancel_upload, complete_upload, order_attachments
from ..files.bucket import Bucket, direct_bucket, part_sizes
from ..models import DraftAnswers, Submission, Upload
from ..refusals import Refused
from .access import own_draft, version_of
from .attached import attached_files
from .autosave import logged_out

SIZE_DIGITS = 15


def for_own_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A POST about a draft of one's own; what an action refuses becomes its sentence in JSON."""

    @wraps(view)
    def checked(request: HttpRequest, reference: str, **kwargs: Any) -> HttpResponse:
        if (refusal := logged_out(request)) is not None:
            return refusal
        submission, _draft = own_draft(request, reference)
        try:
            return view(request, submission, **kwargs)
        except Refused as refused:
            status = 409 if refused.code == "not_arrived" else 422
            return JsonResponse({"message": str(refused), "code": refused.code}, status=status)

    return never_cache(require_POST(checked))


@for_own_draft
def upload(request: HttpRequest, submission: Submission) -> HttpResponse:
    """One file through this site; the question's list of files as HTML."""
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"message": _("Choose the file again.")}, status=400)
    path = request.POST.get("path", "")
    add_attachment(submission, path, file, user=request.user)
    return file_list(request, submission, path)


@for_own_draft
def begin(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Where the browser sends a file itself: 201, or 204 where it is to send it through this site."""
    bucket = direct_bucket()
    if bucket is None:
        return HttpResponse(status=204)
    size = request.POST.get("size", "")
    if not size.isdecimal() or len(size) > SIZE_DIGITS:
        return JsonResponse({"message": _("Choose the file again.")}, status=400)
    begun = begin_upload(
        submission,
        request.POST.get("path", ""),
        user=request.user,
        name=request.POST.get("name", ""),
        size=int(size),
        fingerprint=request.POST.get("fingerprint", ""),
    )
    return JsonResponse({"id": str(begun.pk), **_way_of(bucket, begun)}, status=201)


def _way_of(bucket: Bucket, begun: Upload) -> dict[str, Any]:
    """A form for a file in a piece; for one in parts those that are missing, each with its place in the file."""
    if not begun.multipart_id:
        return {"form": bucket.form(begun.key, content_type=begun.content_type, size=begun.size)}
    there = {number: size for number, (size, _tag) in bucket.parts(begun.key, begun.multipart_id).items()}
    parts, start = [], 0
    for number, size in part_sizes(begun.size).items():
        if there.get(number) != size:
            url = bucket.part_url(begun.key, begun.multipart_id, number, size)
            parts.append({"number": number, "start": start, "size": size, "url": url})
        start += size
    return {"parts": parts}


@for_own_draft
def complete(request: HttpRequest, submission: Submission, pk: UUID) -> HttpResponse:
    """All of it has been sent: the question's list of files as HTML; 409 if parts are missing."""
    attachment = complete_upload(submission, pk, user=request.user)
    return file_list(request, submission, attachment.path)


@for_own_draft
def cancel(request: HttpRequest, submission: Submission, pk: UUID) -> HttpResponse:
    cancel_upload(submission, pk, user=request.user)
    return HttpResponse(status=204)


@for_own_draft
def order(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The files of a question in the order of `ids`; its list as HTML."""
    path = request.POST.get("path", "")
    order_attachments(submission, path, request.POST.getlist("ids"), user=request.user)
    return file_list(request, submission, path)


def file_list(request: HttpRequest, submission: Submission, path: str) -> HttpResponse:
    """The page learns the new version only if nothing but this has changed since it last looked: else it would
    overwrite, without having seen it, what another window saved meanwhile.
    """
    draft = DraftAnswers.objects.get(submission=submission)
    step, now = submission.schema.step_of(path.split(".", 1)[0]), draft.version
    files = attached_files(submission, step, draft).get(path, []) if step else []
    response = render(request, "theme/components/file_list.html", {"files": files, "remove_name": path})
    seen = version_of(request.POST.get("version", ""))
    response["X-Draft-Version"] = now if seen in (None, now - 1) else seen
    return response
