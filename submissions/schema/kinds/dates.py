import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.eras import both_calendars, month_in_both_calendars, parse_date, parse_month
from accounts.japanese.normalise import half_width

from ..types import Field
from .base import JSON, Cell, Kind, require_text

ISO_DATE = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$")
ISO_MONTH = re.compile(r"^([0-9]{4})-([0-9]{1,2})$")
CLOCK = re.compile(r"^([0-9]{1,2})(?::([0-9]{1,2})|時(?:([0-9]{1,2})分?)?)$")


def date_parts(raw: JSON) -> tuple[str, str, str]:
    """Year, month and day as texts; what cannot be split stands in the year."""
    if isinstance(raw, dict):
        year, month, day = (str(raw.get(name) or "") for name in ("year", "month", "day"))
        return year, month, day
    match = ISO_DATE.match(half_width(require_text(raw)).replace("/", "-"))
    return (match[1], match[2], match[3]) if match else (str(raw), "", "")


def check_days(field: Field, first: date, last: date) -> None:
    """Refuses a day outside the days that the author allows."""
    earliest, latest = allowed_days(field)
    if earliest and first < earliest:
        raise ValidationError(_("Enter %(date)s or later.") % {"date": both_calendars(earliest)}, code="outside_range")
    if latest and last > latest:
        raise ValidationError(_("Enter %(date)s or earlier.") % {"date": both_calendars(latest)}, code="outside_range")


def allowed_days(field: Field) -> tuple[date | None, date | None]:
    earliest, latest = field.options.get("min"), field.options.get("max")
    return (
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )


def day_limits(field: Field) -> list[str]:
    earliest, latest = allowed_days(field)
    first = [_("%(date)s or later") % {"date": both_calendars(earliest)}] if earliest else []
    last = [_("%(date)s or earlier") % {"date": both_calendars(latest)}] if latest else []
    return first + last


class DateKind(Kind):
    """Raw: ``{"year", "month", "day"}`` as typed, or ``YYYY-MM-DD``. Value: ``YYYY-MM-DD``."""

    name = "date"

    def is_blank(self, raw: JSON) -> bool:
        if isinstance(raw, dict):
            return all(super(DateKind, self).is_blank(part) for part in raw.values())
        return super().is_blank(raw)

    def clean(self, field: Field, raw: JSON) -> str:
        day = parse_date(*date_parts(raw))
        check_days(field, day, day)
        return day.isoformat()

    def limits(self, field: Field) -> list[str]:
        return day_limits(field)

    def display(self, field: Field, value: JSON) -> str:
        return both_calendars(date.fromisoformat(value)) if value else ""

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        return (value or "",)

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "format": "date"}


class MonthKind(DateKind):
    """Raw: ``{"year", "month"}`` as typed, or ``YYYY-MM``. Value: ``YYYY-MM``. `min` and `max` are months too."""

    name = "month"

    def clean(self, field: Field, raw: JSON) -> str:
        first = parse_month(*month_parts(raw))
        month = f"{first.year:04}-{first.month:02}"
        earliest, latest = field.options.get("min") or "", field.options.get("max") or "9999-12"
        if month < earliest:
            raise ValidationError(_("Enter %(date)s or later.") % {"date": month_text(earliest)}, code="outside_range")
        if month > latest:
            raise ValidationError(_("Enter %(date)s or earlier.") % {"date": month_text(latest)}, code="outside_range")
        return month

    def limits(self, field: Field) -> list[str]:
        earliest, latest = field.options.get("min"), field.options.get("max")
        first = [_("%(date)s or later") % {"date": month_text(earliest)}] if earliest else []
        last = [_("%(date)s or earlier") % {"date": month_text(latest)}] if latest else []
        return first + last

    def display(self, field: Field, value: JSON) -> str:
        return month_text(value) if value else ""

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}


def month_parts(raw: JSON) -> tuple[str, str]:
    if isinstance(raw, dict):
        return str(raw.get("year") or ""), str(raw.get("month") or "")
    match = ISO_MONTH.match(half_width(require_text(raw)).replace("/", "-"))
    return (match[1], match[2]) if match else (str(raw), "")


def month_text(month: str) -> str:
    return month_in_both_calendars(date.fromisoformat(f"{month}-01"))


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
