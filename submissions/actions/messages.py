from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed

from ..chain.facts import message_hash
from ..enums import Actor, Happening, Side, State
from ..files.intake import MEBIBYTE, take_in
from ..forms.message import CHARACTERS_AT_MOST
from ..models import Message, Submission
from ..permissions import is_applicant, writing_side
from ..refusals import BadFile, NotAllowed, Refused, WrongState
from ..signals import message_sent
from .attachments import keep_file
from .transition import lock, record

FILES_AT_MOST = 5
BYTES_AT_MOST = 10 * MEBIBYTE
UNREAD_AT_MOST = 20
EXTENSIONS = ("pdf", "jpg", "png", "heic", "xlsx", "docx")
SAID_BY = {
    Side.APPLICANT: (Happening.MESSAGE_FROM_APPLICANT, Actor.APPLICANT),
    Side.OFFICE: (Happening.MESSAGE_FROM_OFFICE, Actor.REVIEWER),
}


def send_message(
    submission: Submission, *, user: Any, body: str, uploads: Iterable[UploadedFile] = (), key: UUID | None = None
) -> Message:
    """Write to the other side about a case that was filed, with files if need be; a decided case stays open for it.

    A second call with the same `key` changes nothing and returns the same message. BadFile says what is wrong with a
    file; then nothing is sent.
    """
    text, files = as_typed(body), list(uploads)
    if writing_side(user, submission) is None:
        raise NotAllowed
    _check(text, files)
    accepted = [take_in(file, extensions=EXTENSIONS, max_bytes=BYTES_AT_MOST) for file in files]
    with transaction.atomic():
        submission = lock(submission)
        side = writing_side(user, submission)
        if side is None:
            raise NotAllowed
        if submission.state == State.DRAFT:
            raise WrongState
        if key is not None and (sent := Message.objects.filter(pk=key).first()):
            return _same(sent, submission, user)
        if side == Side.APPLICANT and unread_from_applicant(submission) >= UNREAD_AT_MOST:
            raise Refused(_("Your last messages have not been read yet. Please wait for the answer."))
        message = Message.objects.create(
            pk=key or uuid4(), submission=submission, side=side, author=user, body=text, sent_at=timezone.now()
        )
        hashes = [keep_file(submission, file, user=user, message=message).sha256 for file in accepted]
        _record(submission, message, hashes, user=user)
    return message


def mark_read(submission: Submission, *, user: Any) -> int:
    """What the other side wrote is now read by the side of `user`; how many messages that were.

    Of the office only those who may answer count, of the applicant's side everybody who may see the case.
    """
    side = Side.APPLICANT if is_applicant(user, submission) else writing_side(user, submission)
    if side is None:
        return 0
    return submission.messages.exclude(side=side).filter(read_at=None).update(read_at=timezone.now())


def unread_from_applicant(submission: Submission) -> int:
    return submission.messages.filter(side=Side.APPLICANT, read_at=None).count()


def _check(text: str, files: list[UploadedFile]) -> None:
    if not text:
        raise Refused(_("Write your message first."))
    if len(text) > CHARACTERS_AT_MOST:
        raise Refused(_("Shorten your message to %(count)d characters.") % {"count": CHARACTERS_AT_MOST})
    if len(files) > FILES_AT_MOST:
        raise BadFile(_("Attach up to %(count)d files to a message.") % {"count": FILES_AT_MOST})


def _same(sent: Message, submission: Submission, user: Any) -> Message:
    if (sent.submission_id, sent.author_id) != (submission.pk, user.pk):
        raise NotAllowed
    return sent


def _record(submission: Submission, message: Message, file_hashes: list[str], *, user: Any) -> None:
    name, role = SAID_BY[Side(message.side)]
    data = {"message": str(message.pk), "sha256": message_hash(message.body, file_hashes)}
    event = record(submission, name, user=user, role=role, from_state=submission.state, data=data)
    transaction.on_commit(partial(message_sent.send, Message, message=message, event=event))
