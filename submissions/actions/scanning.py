"""Brings a file through quarantine. Nobody waits for it: an applicant goes on, and sends, whatever the scanner does."""

import logging
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..enums import Actor, Happening, ScanState
from ..files.scanning import Scanner, ScannerError, own_scanner
from ..models import Attachment
from ..quarantine import may_follow
from ..refusals import WrongState
from ..signals import file_infected
from .transition import lock, record

logger = logging.getLogger(__name__)


def scan(attachment: Attachment, *, scanner: Scanner | None = None) -> ScanState:
    """Have a file judged, and say what it is now. ScannerError or OSError after marking it, if there was no verdict.

    Harmless to repeat: a file that was judged stays so.
    """
    if not _move(attachment, ScanState.SCANNING):
        return ScanState(attachment.scan_state)
    try:
        with attachment.file.open("rb") as content:
            verdict = (scanner or own_scanner()).scan(content)
    except (ScannerError, OSError):
        _move(attachment, ScanState.FAILED)
        raise
    state = ScanState.INFECTED if verdict.threat else ScanState.CLEAN
    _move(attachment, state, threat=verdict.threat[:200])
    return state


def await_scan(attachment: Attachment) -> bool:
    """Put a file that came in while there was no scanner into the quarantine; whether it was one."""
    return _move(attachment, ScanState.UPLOADED)


@transaction.atomic
def _move(attachment: Attachment, state: ScanState, *, threat: str = "") -> bool:
    """The one place that writes the state of a file; False if it may not follow what is there, or the file is gone.

    The case is locked first, as everywhere: a draft is either sent before its file is judged, and then this tells of
    it, or after, and then it is not sent.
    """
    try:
        submission = lock(attachment.submission)
    except WrongState:
        return False
    current = Attachment.objects.select_for_update(of=("self",)).filter(pk=attachment.pk).first()
    if current is None or not may_follow(current.scan_state, state):
        attachment.scan_state = current.scan_state if current else attachment.scan_state
        return False
    current.scan_state = attachment.scan_state = state
    current.threat = attachment.threat = threat
    if state in ScanState.judged:
        current.scanned_at = attachment.scanned_at = timezone.now()
    current.save(update_fields=["scan_state", "threat", "scanned_at"])
    if state == ScanState.INFECTED:
        logger.warning("File %s of case %s is harmful: %s", current.pk, submission.reference, threat)
        if submission.number is not None:
            _tell_both_sides(current)
    return True


def _tell_both_sides(attachment: Attachment) -> None:
    """Into the history of a filed case. In a draft that was never sent, the file itself says it to its owner."""
    submission = attachment.submission
    event = record(
        submission,
        Happening.FILE_INFECTED,
        user=None,
        role=Actor.SYSTEM,
        from_state=submission.state,
        comment=_(
            "“%(name)s” may hold a virus, so nobody can open it. Please check your device and send another file "
            "when the office asks for it, or with a message to the office."
        )
        % {"name": attachment.name},
        data={"attachment": str(attachment.pk), "sha256": attachment.sha256, "threat": attachment.threat},
    )
    transaction.on_commit(partial(file_infected.send, Attachment, event=event))
