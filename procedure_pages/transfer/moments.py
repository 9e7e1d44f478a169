"""When a procedure opens and closes, as a file writes it.

``2026-04-01T09:00+09:00``; or a day alone, of which opening takes the first second and closing the last; or a day
counted from the one of the import: ``today+90``, ``today-20``.
"""

import re
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

RELATIVE = re.compile(r"today(?:([+-]\d{1,4}))?")
LAST_SECOND = time(23, 59, 59)


def read_moment(text: str, *, is_end: bool) -> datetime:
    """ValidationError if it is neither a day nor a moment."""
    if (day := _day(text)) is not None:
        return timezone.make_aware(datetime.combine(day, LAST_SECOND if is_end else time.min))
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ValidationError(_("Write a day as 2026-04-01, a moment as 2026-04-01T09:00, or today+90."))
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def write_moment(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat()


def _day(text: str) -> date | None:
    if found := RELATIVE.fullmatch(text):
        return timezone.localdate() + timedelta(days=int(found[1] or 0))
    try:
        return parse_date(text) if len(text) == len("2026-04-01") else None
    except ValueError:
        return None
