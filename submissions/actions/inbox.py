from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from ..models import InboxItem, Submission
from ..permissions import is_applicant
from ..queries import inbox_of


def mark_told(submission: Submission, *, user: Any, notifications: Iterable[str]) -> int:
    """Whoever opens the page that the news of these kinds led to has read them; how many that were."""
    if not is_applicant(user, submission):
        return 0
    unread = InboxItem.objects.filter(submission=submission, notification__in=notifications, read_at=None)
    return unread.update(read_at=timezone.now())


def mark_all_told(*, user: Any) -> int:
    """Everything in the inbox of `user` is read; how much that was."""
    unread = inbox_of(user).filter(read_at=None).values("pk")
    return InboxItem.objects.filter(pk__in=unread).update(read_at=timezone.now())
