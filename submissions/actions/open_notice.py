from typing import Any

from django.utils import timezone

from ..models import Notice
from ..permissions import may_read_notices
from ..refusals import NotAllowed


def open_notice(notice: Notice, *, user: Any, is_download: bool = False) -> Notice:
    """Record that the applicant read, or fetched, the notice for the first time."""
    if not may_read_notices(user, notice.submission):
        raise NotAllowed
    now = timezone.now()
    opened = Notice.objects.filter(pk=notice.pk)
    opened.filter(first_opened_at=None).update(first_opened_at=now)
    if is_download:
        opened.filter(first_downloaded_at=None).update(first_downloaded_at=now)
    notice.refresh_from_db(fields=["first_opened_at", "first_downloaded_at"])
    return notice
