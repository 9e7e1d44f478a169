"""What lies in the ZIP, in order. Names and shapes are documented in docs/features/accounts.md."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.template.loader import render_to_string

from accounts.models import ApplicantProfile

from ..enums import ScanState, State
from ..models import Attachment, Submission
from ..notices.files import DamagedNotice, notice_pdf
from ..notices.receipt import render_receipt
from ..permissions import managed_profiles
from .records import account_record, case_record, profile_record

PIECE = 64 * 1024
CASES_AT_ONCE = 50
FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_") | dict.fromkeys(range(32)))


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    pieces: Iterable[bytes]


def entries_of(user: Any, missing: list[str]) -> Iterator[Entry]:
    """Everything of `user`, and of the profiles that `user` manages. Files that cannot be read go into `missing`."""
    profiles = list(managed_profiles(user))
    readme = render_to_string("submissions/takeout/readme.txt", {"user": user, "profiles": profiles})
    yield Entry("README.txt", [readme.encode()])
    yield _json("account.json", account_record(user))
    for number, profile in enumerate(profiles, 1):
        yield _json(f"profiles/{number}.json", profile_record(profile))
    for submission in _cases(profiles):
        yield from _of_case(submission, user, missing)


def _cases(profiles: list[ApplicantProfile]) -> Iterator[Submission]:
    cases = Submission.objects.filter(profile__in=profiles).select_related("form_version", "department", "profile")
    return cases.order_by("pk").iterator(chunk_size=CASES_AT_ONCE)


def _of_case(submission: Submission, user: Any, missing: list[str]) -> Iterator[Entry]:
    folder = f"cases/{submission.number or f'draft-{submission.reference}'}"
    yield _json(f"{folder}/case.json", case_record(submission))
    if submission.state != State.DRAFT:
        for number in range(1, submission.round + 1):
            yield Entry(f"{folder}/copy-{number}.pdf", [render_receipt(submission, round=number)])
    for notice in submission.notices.filter(available_at__isnull=False):
        name = f"{folder}/notice-{notice.fiscal_year}-{notice.sequence}.pdf"
        try:
            yield Entry(name, [notice_pdf(notice)])
        except (DamagedNotice, OSError):
            missing.append(name)
    for attachment in submission.attachments.filter(Q(scan_state=ScanState.CLEAN) | Q(uploaded_by=user)):
        yield from _file(folder, attachment, missing)


def _file(folder: str, attachment: Attachment, missing: list[str]) -> Iterator[Entry]:
    """Under the person's own name for it, after the start of its key, so that two of one name both arrive."""
    name = f"{folder}/files/{str(attachment.pk)[:8]}-{attachment.name.translate(FORBIDDEN)[-120:]}"
    try:
        opened = attachment.file.storage.open(str(attachment.file.name))
    except OSError:
        missing.append(name)
        return
    with opened as stored:
        yield Entry(name, stored.chunks(PIECE))


def _json(name: str, record: dict[str, Any]) -> Entry:
    text = json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return Entry(name, [text.encode()])
