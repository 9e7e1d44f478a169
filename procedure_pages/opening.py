"""When a procedure takes applications, as the pages show it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.models import AcceptancePeriod

from .enums import Openness

CLOSING_SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Opening:
    """The period seen from `moment`. None stands for no limit."""

    opens_at: datetime | None
    closes_at: datetime | None
    moment: datetime

    @property
    def state(self) -> Openness:
        if AcceptancePeriod(opens_at=self.opens_at, closes_at=self.closes_at).is_open(self.moment):
            return Openness.OPEN
        return Openness.UPCOMING if self.opens_at and self.moment < self.opens_at else Openness.CLOSED

    @property
    def is_open(self) -> bool:
        return self.state == Openness.OPEN

    @property
    def days_left(self) -> int | None:
        """Whole days until it closes, if that is soon; None otherwise."""
        if not self.is_open or self.closes_at is None:
            return None
        days = (self.closes_at - self.moment).days
        return days if days < CLOSING_SOON_DAYS else None

    @property
    def seconds_until_change(self) -> float | None:
        """Until it opens or closes next; None if it stays as it is."""
        coming = [limit for limit in (self.opens_at, self.closes_at) if limit and limit > self.moment]
        return (min(coming) - self.moment).total_seconds() if coming else None

    @property
    def tone(self) -> str:
        """The theme's word for the colour of the badge."""
        return str(self.state) if self.days_left is None else "closing_soon"

    @property
    def label(self) -> str:
        """The badge: the state, and the days left once they are few."""
        if self.days_left is None:
            return str(self.state.label)
        if self.days_left == 0:
            return _("Closes within 24 hours")
        return ngettext("%(days)d day left", "%(days)d days left", self.days_left) % {"days": self.days_left}

    @property
    def period(self) -> str:
        """From when until when, in words."""
        if self.opens_at is None and self.closes_at is None:
            return _("At any time")
        limits = {"start": _in_words(self.opens_at, is_start=True), "end": _in_words(self.closes_at)}
        if self.closes_at is None:
            return _("From %(start)s") % limits
        return (_("From %(start)s until %(end)s") if self.opens_at else _("Until %(end)s")) % limits


def _in_words(moment: datetime | None, *, is_start: bool = False) -> str:
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    is_midnight = (local.hour, local.minute) == (0, 0)
    return date_format(local, _("N j, Y") if is_start and is_midnight else _("N j, Y H:i"))
