from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Status, UploadedFile

from ..actions.attachments import add_attachment, remove_attachment
from .answers import path_by_key
from .cases import own_case
from .errors import REFUSALS
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


@router.delete("/{reference}/attachments/{attachment_id}/", response={204: None, **REFUSALS}, summary="Remove a file")
def delete_attachment(request: HttpRequest, reference: str, attachment_id: UUID) -> Status[None]:
    submission = own_case(request.user, reference)
    attachment = get_object_or_404(submission.attachments, pk=attachment_id)
    remove_attachment(attachment, user=request.user)
    return Status(204, None)
