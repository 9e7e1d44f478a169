"""Files that browsers send straight to the bucket: begun here, sent there, and judged here when they have arrived."""

import uuid
from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ..files.bucket import IN_PARTS_ABOVE, Arrived, Bucket, NotThere, direct_bucket, part_sizes
from ..files.intake import check_size, clean_name, content_type_by_name, take_in
from ..models import Attachment, Submission, Upload
from ..refusals import BadFile, NotAllowed, Refused
from ..schema.kinds import file_kind
from .attachments import attach, file_question, require_place
from .drafts import lock_draft
from .transition import lock

OPEN_AT_MOST = 60
"""On their way at a time for one draft."""


class NotArrived(Refused):
    code = "not_arrived"


def begin_upload(
    submission: Submission, path: str, *, user: Any, name: str, size: int, fingerprint: str = ""
) -> Upload:
    """Open the way for one file to the question at `path`; the same file that was begun before goes on where it was.

    BadFile if the question would not take it by its name or size, or takes no more. What it really is, is judged when
    it has arrived.
    """
    bucket = _required_bucket()
    question = file_question(submission, path)
    name = clean_name(name)
    check_size(name, size, file_kind(question).max_bytes(question))
    what = {"path": path, "name": name, "size": size, "fingerprint": fingerprint[:100], "started_by": user}
    with transaction.atomic():
        require_place(lock_draft(lock(submission), user=user), submission, path, name)
        begun = submission.uploads.filter(**what).first()
        if begun is not None and (not begun.multipart_id or _is_under_way(bucket, begun)):
            return begun
        if submission.uploads.count() >= OPEN_AT_MOST:
            raise Refused(_("Too many files are on their way at a time. Wait until some have arrived."))
        key, content_type = f"incoming/{uuid.uuid4().hex}/{uuid.uuid4().hex}", content_type_by_name(name)
        multipart_id = bucket.begin_parts(key, content_type=content_type) if size > IN_PARTS_ABOVE else ""
        return Upload.objects.create(
            submission=submission, key=key, content_type=content_type, multipart_id=multipart_id, **what
        )


def _is_under_way(bucket: Bucket, upload: Upload) -> bool:
    try:
        bucket.parts(upload.key, upload.multipart_id)
    except NotThere:
        return False
    return True


def complete_upload(submission: Submission, upload_id: uuid.UUID, *, user: Any) -> Attachment:
    """Judge what has arrived and attach it. A second call changes nothing and returns the same attachment.

    NotArrived if bytes are missing: sending may go on. BadFile if it cannot be used: it is thrown away.
    """
    bucket = _required_bucket()
    upload = submission.uploads.filter(pk=upload_id, started_by=user).first()
    if upload is None:
        return _completed_before(submission, upload_id, user)
    try:
        if upload.multipart_id:
            _join(bucket, upload)
        with bucket.opened(upload.key, at_most=upload.size + 1) as arrived:
            return _judged(bucket, upload, arrived, user=user)
    except NotThere:
        raise NotArrived(_("“%(name)s” has not arrived completely yet.") % {"name": upload.name}) from None
    except BadFile:
        _throw_away(bucket, upload)
        raise


def cancel_upload(submission: Submission, upload_id: uuid.UUID, *, user: Any) -> None:
    """Throw away what has arrived of a file that is on its way. One that is not on its way any more is left alone."""
    upload = submission.uploads.filter(pk=upload_id, started_by=user).first()
    if upload is not None:
        _throw_away(_required_bucket(), upload)


def _required_bucket() -> Bucket:
    bucket = direct_bucket()
    if bucket is None:
        raise Refused(_("Files go through this site here."))
    return bucket


def _completed_before(submission: Submission, upload_id: uuid.UUID, user: Any) -> Attachment:
    attachment = submission.attachments.filter(pk=upload_id, uploaded_by=user).first()
    if attachment is None:
        raise NotAllowed
    return attachment


def _join(bucket: Bucket, upload: Upload) -> None:
    """Put the parts together, once each is there in its right size; if they are joined already, nothing."""
    try:
        parts = bucket.parts(upload.key, upload.multipart_id)
    except NotThere:
        return
    if {number: size for number, (size, _tag) in parts.items()} != part_sizes(upload.size):
        raise NotThere
    bucket.join(upload.key, upload.multipart_id, parts)


def _judged(bucket: Bucket, upload: Upload, arrived: Arrived, *, user: Any) -> Attachment:
    if (arrived.size, arrived.content_type) != (upload.size, upload.content_type):
        raise BadFile(_("“%(name)s” did not arrive completely or is damaged. Choose it again.") % {"name": upload.name})
    question = file_question(upload.submission, upload.path)
    kind = file_kind(question)
    file = UploadedFile(arrived.content, upload.name, upload.content_type, upload.size)
    accepted = take_in(file, extensions=kind.extensions(question), max_bytes=kind.max_bytes(question))
    keep = partial(bucket.keep, upload.key, etag=arrived.etag) if accepted.content is file else None
    with transaction.atomic():
        lock(upload.submission)
        if not Upload.objects.select_for_update().filter(pk=upload.pk).exists():
            return _completed_before(upload.submission, upload.pk, user)
        attachment = attach(upload.submission, upload.path, accepted, user=user, pk=upload.pk, keep=keep)
        Upload.objects.filter(pk=upload.pk).delete()
        transaction.on_commit(partial(bucket.drop, upload.key))
    return attachment


def _throw_away(bucket: Bucket, upload: Upload) -> None:
    bucket.drop(upload.key, upload.multipart_id)
    Upload.objects.filter(pk=upload.pk).delete()
