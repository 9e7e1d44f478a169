"""Files beside the questions of a step."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ..actions import add_attachment
from ..enums import ScanState
from ..models import Attachment, DraftAnswers, Submission, Upload
from ..refusals import BadFile
from ..schema import Field, Step
from ..schema.kinds import KINDS
from ..schema.paths import holder_of

Files = dict[str, list[dict[str, str]]]

STATES = {
    ScanState.UPLOADED: _("The virus check is under way; you can go on"),
    ScanState.SCANNING: _("The virus check is under way; you can go on"),
    ScanState.FAILED: _("The virus check will be repeated by itself; you can go on"),
    ScanState.CLEAN: _("No virus was found"),
    ScanState.INFECTED: _("This file may hold a virus and cannot be used. Please attach another one."),
}
"""What the applicant reads beside a file; nothing where the site checks none."""


def has_file_questions(step: Step) -> bool:
    return any(_takes_files(field) for field in step.fields)


def _takes_files(field: Field) -> bool:
    return KINDS[field.kind].has_files or any(_takes_files(column) for column in field.fields)


def attached_files(submission: Submission, step: Step, draft: DraftAnswers) -> Files:
    """By path, what the theme's file list shows, in the draft's order, and behind it what is still on its way.

    Asks the database only where the step has a file question.
    """
    if not has_file_questions(step):
        return {}
    stored = {str(attachment.pk): attachment for attachment in submission.attachments.all()}
    files: Files = {
        path: in_order([as_file(stored[name]) for name in attached_ids(draft, path) if name in stored])
        for path in {attachment.path for attachment in stored.values()}
    }
    for upload in unfinished_uploads(submission):
        files.setdefault(upload.path, []).append(as_unfinished(upload))
    return files


def attached_ids(draft: DraftAnswers, path: str) -> list[str]:
    place = holder_of(draft.answers, path)
    value = place[0].get(place[1]) if place else None
    return [str(name) for name in value] if isinstance(value, list) else []


def in_order(files: list[dict[str, str]]) -> list[dict[str, str]]:
    """Each file that has another one before or behind it gets the buttons to change places."""
    for number, file in enumerate(files):
        file |= {"is_first": "1" if number == 0 else "", "is_last": "1" if number == len(files) - 1 else ""}
        file["has_place"] = "1" if len(files) > 1 else ""
    return files


def unfinished_uploads(submission: Submission) -> Iterable[Upload]:
    """What was sent in parts and can be gone on with. Only where there is a bucket can there be any."""
    return submission.uploads.exclude(multipart_id="") if settings.DIRECT_UPLOADS else ()


def as_unfinished(upload: Upload) -> dict[str, str]:
    return {
        "id": "",
        "upload": str(upload.pk),
        "name": upload.name,
        "size_text": filesizeformat(upload.size),
        "state_text": str(_("Not sent completely. Choose the same file again to go on where it stopped.")),
    }


def moved_order(files: list[dict[str, str]], name: str, by: int) -> list[str]:
    """The ids of `files` after `name` has changed places with the one before (-1) or behind it (1)."""
    ids = [file["id"] for file in files if file["id"]]
    place = ids.index(name) if name in ids else -1
    if place >= 0 and 0 <= place + by < len(ids):
        ids[place], ids[place + by] = ids[place + by], ids[place]
    return ids


def as_file(attachment: Attachment) -> dict[str, str]:
    has_thumbnail = attachment.thumbnail and not attachment.is_infected
    return {
        "id": str(attachment.pk),
        "name": attachment.name,
        "size_text": filesizeformat(attachment.size),
        "url": "" if attachment.is_infected else reverse("submissions:attachment", args=[attachment.pk]),
        "thumbnail_url": reverse("submissions:thumbnail", args=[attachment.pk]) if has_thumbnail else "",
        "state_text": str(STATES.get(ScanState(attachment.scan_state), "")),
        "is_bad": "1" if attachment.is_infected else "",
    }


def take_uploads(
    submission: Submission, step: Step, files: MultiValueDict[str, Any], *, user: Any
) -> dict[str, list[str]]:
    """Attach every file that came with the page; by path, a sentence for each that could not be."""
    faults: dict[str, list[str]] = {}
    if not has_file_questions(step):
        return faults
    for path in files:
        for upload in files.getlist(path):
            try:
                add_attachment(submission, path, upload, user=user)
            except BadFile as refusal:
                faults.setdefault(path, []).append(str(refusal))
    return faults
