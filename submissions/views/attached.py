"""Files beside the questions of a step."""

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ..actions import add_attachment
from ..enums import ScanState
from ..models import Attachment, Submission
from ..refusals import BadFile
from ..schema import Field, Step
from ..schema.kinds import KINDS

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


def attached_files(submission: Submission, step: Step) -> dict[str, list[dict[str, str]]]:
    """By path, what the theme's file list shows. Asks the database only where the step has a file question."""
    if not has_file_questions(step):
        return {}
    files: dict[str, list[dict[str, str]]] = {}
    for attachment in submission.attachments.all():
        files.setdefault(attachment.path, []).append(as_file(attachment))
    return files


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
