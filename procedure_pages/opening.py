"""When a procedure takes applications, as the pages show it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
    quota: int | None = None
    places_left: int | None = None
    """As counted at `moment`; None without a quota."""

    @property
    def state(self) -> Openness:
        if AcceptancePeriod(opens_at=self.opens_at, closes_at=self.closes_at).is_open(self.moment):
            return Openness.FULL if self.places_left == 0 else Openness.OPEN
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
    def is_nearly_full(self) -> bool:
        """A tenth of the places or fewer are left."""
        return self.is_open and self.quota is not None and (self.places_left or 0) * 10 <= self.quota

    @property
    def places(self) -> str:
        """How many places there are and are left, with the time of the count: a page may be kept for a minute."""
        if self.quota is None or self.places_left is None:
            return ""
        return _("%(quota)s in the order of arrival, %(left)s left (at %(time)s)") % {
            "quota": f"{self.quota:,}",
            "left": f"{self.places_left:,}",
            "time": date_format(timezone.localtime(self.moment), "H:i"),
        }

    @property
    def seconds_until_change(self) -> float | None:
        """Until it opens or closes next; None if it stays as it is. The whole of the last second is open."""
        ends_at = self.closes_at and self.closes_at.replace(microsecond=0) + timedelta(seconds=1)
        coming = [limit for limit in (self.opens_at, ends_at) if limit and limit > self.moment]
        return (min(coming) - self.moment).total_seconds() if coming else None

    @property
    def tone(self) -> str:
        """The theme's word for the colour of the badge."""
        return "closing_soon" if self.is_nearly_full or self.days_left is not None else str(self.state)

    @property
    def label(self) -> str:
        """The badge: the state, and the places or the days left once they are few."""
        if self.is_nearly_full:
            return _("Few places left")
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
