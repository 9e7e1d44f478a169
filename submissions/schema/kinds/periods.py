from datetime import date

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from accounts.japanese.eras import both_calendars, parse_date
from accounts.japanese.normalise import as_typed

from ..types import Field
from .base import JSON, PartsKind
from .dates import check_days, date_parts, day_limits


class PeriodKind(PartsKind):
    """From a day to a day, both included. Raw: ``{"from", "to"}``, each a raw date. Value: each ``YYYY-MM-DD``."""

    name = "period"
    parts = {"from": pgettext_lazy("of a period", "First day"), "to": pgettext_lazy("of a period", "Last day")}

    def is_blank(self, raw: JSON) -> bool:
        return is_blank_day(raw) or (isinstance(raw, dict) and all(is_blank_day(raw.get(part)) for part in self.parts))

    def clean(self, field: Field, raw: JSON) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise ValidationError(_("Enter the first and the last day."), code="invalid")
        first, last = (self._day(raw.get(part), label) for part, label in self.parts.items())
        if last < first:
            raise ValidationError(_("The last day is before the first. Check both."), code="wrong_order")
        check_days(field, first, last)
        most = field.options.get("max_days")
        if most and days_between(first, last) > most:
            message = _("Enter a period of %(limit)d days or fewer. You have entered %(count)d.")
            raise ValidationError(message % {"limit": most, "count": days_between(first, last)}, code="too_long")
        return {"from": first.isoformat(), "to": last.isoformat()}

    @staticmethod
    def _day(raw: JSON, label: str | Promise) -> date:
        """The day of one end; a fault names the end."""
        try:
            if is_blank_day(raw):
                raise ValidationError(_("Enter the year, the month and the day."), code="incomplete")
            return parse_date(*date_parts(raw))
        except ValidationError as error:
            message = _("%(part)s: %(fault)s") % {"part": label, "fault": error.messages[0]}
            raise ValidationError(message, code=error.code) from None

    def limits(self, field: Field) -> list[str]:
        most = field.options.get("max_days")
        length = [ngettext("up to %(count)d day", "up to %(count)d days", most) % {"count": most}] if most else []
        return [*day_limits(field), *length]

    def display(self, field: Field, value: JSON) -> str:
        if not value:
            return ""
        first, last = date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
        count = days_between(first, last)
        length = ngettext("%(count)d day", "%(count)d days", count) % {"count": count}
        return f"{both_calendars(first)}～{both_calendars(last)} {length}"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {
            "type": "object",
            "properties": dict.fromkeys(self.parts, {"type": "string", "format": "date"}),
            "required": list(self.parts),
            "additionalProperties": False,
        }


def is_blank_day(raw: JSON) -> bool:
    if isinstance(raw, dict):
        return not any(as_typed(str(part or "")) for part in raw.values())
    return raw is None or raw == [] or (isinstance(raw, str) and not as_typed(raw))


def days_between(first: date, last: date) -> int:
    """Both days count."""
    return (last - first).days + 1
