import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ..corrections import paths_to_correct
from ..files.intake import Accepted, take_in
from ..files.scanning import first_state
from ..models import Attachment, DraftAnswers, Message, Submission
from ..refusals import BadFile, NotAllowed, Refused
from ..schema import Field
from ..schema.kinds import KINDS, file_kind
from ..schema.paths import holder_of, is_within
from ..signals import attachment_added
from .drafts import delete_files, lock_draft
from .transition import lock


def add_attachment(submission: Submission, path: str, upload: UploadedFile, *, user: Any) -> Attachment:
    """Keep a file as an answer to the file question at `path` (``field`` or ``group.row.column``) of a draft.

    BadFile says what is wrong with it; nothing else of the draft changes.
    """
    question = file_question(submission, path)
    kind = file_kind(question)
    accepted = take_in(upload, extensions=kind.extensions(question), max_bytes=kind.max_bytes(question))
    return attach(submission, path, accepted, user=user)


@transaction.atomic
def attach(submission: Submission, path: str, accepted: Accepted, *, user: Any, **kept: Any) -> Attachment:
    """Make a file that was taken in an answer at `path`; `kept` goes to `keep_file`."""
    draft = lock_draft(lock(submission), user=user)
    require_place(draft, submission, path, accepted.name)
    attachment = keep_file(submission, accepted, user=user, path=path, **kept)
    _store(draft, path, [*attached_to(draft, path), str(attachment.pk)])
    return attachment


def require_place(draft: DraftAnswers, submission: Submission, path: str, name: str) -> None:
    """Refused if the question at `path` is not open, or has its files already."""
    question = file_question(submission, path)
    _require_open(submission, path)
    most = file_kind(question).most(question)
    if len(attached_to(draft, path)) >= most:
        raise BadFile(
            _("“%(name)s” was not attached: you can attach %(count)d here. Remove one first.")
            % {"name": name, "count": most}
        )


def keep_file(
    submission: Submission,
    accepted: Accepted,
    *,
    user: Any,
    path: str = "",
    message: Message | None = None,
    pk: uuid.UUID | None = None,
    keep: Callable[..., None] | None = None,
) -> Attachment:
    """Store a file that was taken in, as an answer at `path` or with a `message`. The caller knows that it may.

    `keep` puts it under a `name` and a type, where it is in the storage already; else its content is stored.
    """
    attachment = Attachment(
        pk=pk or uuid.uuid4(),
        submission=submission,
        path=path,
        message=message,
        name=accepted.name,
        content_type=accepted.content_type,
        size=accepted.size,
        sha256=accepted.sha256,
        scan_state=first_state(),
        uploaded_by=user,
    )
    folder = f"cases/{uuid.uuid4().hex}"
    name = f"{folder}/{uuid.uuid4().hex}.{accepted.extension}"
    if keep is None:
        attachment.file.save(name, accepted.content, save=False)
    else:
        keep(name=name, content_type=accepted.content_type)
        attachment.file.name = name
    if accepted.thumbnail:
        thumbnail = ContentFile(accepted.thumbnail)
        attachment.thumbnail.save(f"{folder}/{uuid.uuid4().hex}.jpg", thumbnail, save=False)
    attachment.save(force_insert=True)
    transaction.on_commit(partial(attachment_added.send, Attachment, attachment=attachment))
    return attachment


@transaction.atomic
def remove_attachment(attachment: Attachment, *, user: Any) -> None:
    """Take a file out of the draft. A file that was filed in a round stays with the record."""
    submission = lock(attachment.submission)
    draft = lock_draft(submission, user=user)
    if attachment.message_id is not None:
        raise NotAllowed
    _require_open(submission, attachment.path)
    attached = [name for name in attached_to(draft, attachment.path) if name != str(attachment.pk)]
    _store(draft, attachment.path, attached)
    if not submission.answer_sets.exists():
        delete_files(attachment)
        attachment.delete()


@transaction.atomic
def order_attachments(submission: Submission, path: str, ids: Sequence[str], *, user: Any) -> None:
    """Put the files at `path` into the order of `ids`; those that it does not name follow."""
    submission = lock(submission)
    draft = lock_draft(submission, user=user)
    file_question(submission, path)
    _require_open(submission, path)
    attached = attached_to(draft, path)
    wanted = [name for name in dict.fromkeys(ids) if name in attached]
    ordered = [*wanted, *(name for name in attached if name not in wanted)]
    if ordered != attached:
        _store(draft, path, ordered)


def file_question(submission: Submission, path: str) -> Field:
    """The file question at `path`. Refused if there is none."""
    parts = path.split(".")
    place = submission.schema.index.get(parts[-1])
    if place is None or not KINDS[place.field.kind].has_files or place.groups != tuple(parts[:-1:2]):
        raise Refused(_("This question takes no file."))
    return place.field


def attached_to(draft: DraftAnswers, path: str) -> list[str]:
    """The ids of the files that the draft holds at `path`."""
    holder, key = _place(draft, path)
    return [str(name) for name in holder.get(key) or []] if isinstance(holder.get(key) or [], list) else []


def _place(draft: DraftAnswers, path: str) -> tuple[dict[str, Any], str]:
    place = holder_of(draft.answers, path)
    if place is None:
        raise BadFile(_("This entry was removed meanwhile. Save the page first, then attach the file again."))
    return place


def _store(draft: DraftAnswers, path: str, attached: list[str]) -> None:
    holder, key = _place(draft, path)
    holder[key] = attached
    draft.version += 1
    draft.stamps[path.split(".", 1)[0]] = draft.version
    draft.doubts.pop(path, None)
    draft.save(update_fields=["answers", "stamps", "doubts", "version", "saved_at"])


def _require_open(submission: Submission, path: str) -> None:
    open_paths = paths_to_correct(submission)
    if open_paths is not None and not is_within(path, open_paths):
        raise NotAllowed
