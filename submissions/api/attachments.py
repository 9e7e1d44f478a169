from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Status, UploadedFile

from ..actions.attachments import add_attachment, remove_attachment
from ..files.responses import file_response
from .answers import path_by_key
from .cases import own_case
from .errors import MISSING, REFUSALS
from .schemas import AttachmentOut

router = Router()


@router.post("/{reference}/attachments/", response={201: AttachmentOut, **REFUSALS}, summary="Upload a file")
def upload_attachment(
    request: HttpRequest,
    reference: str,
    file: File[UploadedFile],
    path: str = Form(..., description="The question: `field` or `group.row.column`, by key or alias."),
) -> Status[Any]:
    """The file becomes part of the answer at `path`. Its type is told by its content, not by its name."""
    submission = own_case(request.user, reference)
    attachment = add_attachment(submission, path_by_key(submission.schema, path), file, user=request.user)
    return Status(201, attachment)


@router.get("/{reference}/attachments/{attachment_id}/", response=MISSING, summary="A file, also one of a message")
def get_attachment(request: HttpRequest, reference: str, attachment_id: UUID) -> HttpResponseBase:
    """404 until a file that somebody else uploaded has been checked, and for everybody if it is harmful."""
    attachment = get_object_or_404(own_case(request.user, reference).attachments, pk=attachment_id)
    if not attachment.is_open_to(request.user):
        raise Http404
    return file_response(attachment)


@router.delete("/{reference}/attachments/{attachment_id}/", response={204: None, **REFUSALS}, summary="Remove a file")
def delete_attachment(request: HttpRequest, reference: str, attachment_id: UUID) -> Status[None]:
    submission = own_case(request.user, reference)
    attachment = get_object_or_404(submission.attachments, pk=attachment_id)
    remove_attachment(attachment, user=request.user)
    return Status(204, None)
