"""Notices as files: drawn once, kept in the attachment storage, checked whenever they are handed out."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction

from ..models import Notice
from .typesetting import typeset


class DamagedNotice(Exception):
    """The stored file is not the one that was issued."""


def notice_pdf(notice: Notice) -> bytes:
    """The PDF of `notice`; drawn and stored first if nobody did so yet.

    DamagedNotice if the stored file is not what was stored then.
    """
    if not notice.pdf:
        _store(notice)
    with notice.pdf.open("rb") as stored:
        content = stored.read()
    if hashlib.sha256(content).hexdigest() != notice.sha256:
        raise DamagedNotice(f"The stored file of notice {notice.pk} does not match its checksum.")
    return content


@transaction.atomic
def _store(notice: Notice) -> None:
    """Whoever comes second waits, and finds the file there."""
    locked = Notice.objects.select_for_update().get(pk=notice.pk)
    if not locked.pdf:
        content = typeset("notice", locked.content, moment=locked.issued_at)
        locked.sha256 = hashlib.sha256(content).hexdigest()
        locked.pdf.save(f"notices/{locked.fiscal_year}/{locked.pk}.pdf", ContentFile(content), save=False)
        locked.save(update_fields=["pdf", "sha256"])
    notice.pdf, notice.sha256 = locked.pdf, locked.sha256
