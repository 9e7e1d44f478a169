import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.eras import both_calendars, parse_date
from accounts.japanese.normalise import half_width

from ..types import Field
from .base import JSON, Kind, require_text

ISO_DATE = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
CLOCK = re.compile(r"^([0-9]{1,2})(?::([0-9]{1,2})|時(?:([0-9]{1,2})分?)?)$")


class DateKind(Kind):
    """Raw: ``{"year", "month", "day"}`` as typed, or ``YYYY-MM-DD``. Value: ``YYYY-MM-DD``."""

    name = "date"

    def is_blank(self, raw: JSON) -> bool:
        if isinstance(raw, dict):
            return all(super(DateKind, self).is_blank(part) for part in raw.values())
        return super().is_blank(raw)

    def clean(self, field: Field, raw: JSON) -> str:
        day = parse_date(*self.parts(raw))
        for bound, fits in (("min", day.__ge__), ("max", day.__le__)):
            limit = field.options.get(bound)
            if limit and not fits(date.fromisoformat(limit)):
                message = _("Enter %(date)s or later.") if bound == "min" else _("Enter %(date)s or earlier.")
                raise ValidationError(
                    message % {"date": both_calendars(date.fromisoformat(limit))}, code="outside_range"
                )
        return day.isoformat()

    @staticmethod
    def parts(raw: JSON) -> tuple[str, str, str]:
        """Year, month and day as texts; what cannot be split stands in the year."""
        if isinstance(raw, dict):
            year, month, day = (str(raw.get(name) or "") for name in ("year", "month", "day"))
            return year, month, day
        match = ISO_DATE.match(half_width(require_text(raw)).replace("/", "-"))
        return (match[1], match[2], match[3]) if match else (str(raw), "", "")

    def display(self, field: Field, value: JSON) -> str:
        return both_calendars(date.fromisoformat(value)) if value else ""

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "format": "date"}


class TimeKind(Kind):
    """Value: ``HH:MM``; up to 29:59, as late-night opening hours are written in Japan."""

    name = "time"

    def clean(self, field: Field, raw: JSON) -> str:
        match = CLOCK.match(half_width(require_text(raw)))
        hour, minute = (int(match[1]), int(match[2] or match[3] or 0)) if match else (99, 99)
        if hour > 29 or minute > 59:
            raise ValidationError(_("Enter a time like 9:00 or 21:30."), code="invalid_time")
        return f"{hour:02}:{minute:02}"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}
