from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Form, Router, Status, UploadedFile

from ..actions import mark_read, mark_told, send_message
from ..enums import State
from ..models import Message
from ..notifications import names_at
from .cases import case_among, own_cases
from .errors import MISSING, REFUSALS
from .schemas import MessageOut

router = Router()


@router.get("/{reference}/messages/", response={200: list[MessageOut], **MISSING}, summary="Messages with the office")
def list_messages(request: HttpRequest, reference: str) -> list[Message]:
    """Oldest first. Asking for them counts as reading those of the office; `side` says who wrote."""
    case = case_among(own_cases(request.user).exclude(state=State.DRAFT), reference)
    found = list(case.messages.prefetch_related("attachments"))
    mark_read(case, user=request.user)
    mark_told(case, user=request.user, notifications=names_at("messages"))
    return found


@router.post("/{reference}/messages/", response={201: MessageOut, **REFUSALS}, summary="Write to the office")
def create_message(
    request: HttpRequest,
    reference: str,
    body: str = Form(..., max_length=5_000),
    key: Form[UUID | None] = None,
    files: File[list[UploadedFile]] = [],  # noqa: B006 - how ninja says that there may be none
) -> Status[Any]:
    """A question about the case, or what the office has asked for; up to five files. One `key` makes one message."""
    case = case_among(own_cases(request.user).exclude(state=State.DRAFT), reference)
    return Status(201, send_message(case, user=request.user, body=body, uploads=files, key=key))
