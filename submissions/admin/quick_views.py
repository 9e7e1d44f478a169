"""The tabs above the queue: the questions with which a working day begins."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..deadlines import today
from ..enums import Side, State
from ..models import Message

OPEN = Q(state__in=State.open)
UNREAD = Message.objects.filter(submission=OuterRef("pk"), side=Side.APPLICANT, read_at=None)
"""Of decided cases too: somebody waits for an answer."""


@dataclass(frozen=True, slots=True)
class QuickView:
    key: str
    label: str | Promise
    condition: Callable[[Any], Q]
    """From the user who looks."""
    is_newest_first: bool = False
    is_only_order: bool = False
    """Closed cases come into view as soon as somebody searches or filters by state."""


QUICK_VIEWS = {
    view.key: view
    for view in (
        QuickView("newest", _("Newest first"), lambda user: OPEN, is_newest_first=True, is_only_order=True),
        QuickView("oldest", _("Oldest first"), lambda user: OPEN, is_only_order=True),
        QuickView("mine", _("My cases"), lambda user: OPEN & Q(assignee=user)),
        QuickView("unassigned", _("Nobody in charge"), lambda user: OPEN & Q(assignee=None)),
        QuickView("messages", _("Unread messages"), lambda user: Q(Exists(UNREAD))),
        QuickView("corrected", _("Corrected"), lambda user: Q(state=State.IN_REVIEW, round__gt=1)),
        QuickView("overdue", _("Overdue"), lambda user: Q(state__in=State.with_office, due_on__lt=today())),
        QuickView("all", pgettext_lazy("cases", "All"), lambda user: Q(), is_newest_first=True),
    )
}
DEFAULT = QUICK_VIEWS["newest"]
