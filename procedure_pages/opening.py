"""When a procedure takes applications, as the pages show it."""

from dataclasses import dataclass
from datetime import datetime

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
