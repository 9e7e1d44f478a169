from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.japanese.eras import both_calendars


def japanese_moment(moment: datetime) -> str:
    """Date in both calendars and time to the second, as the office's clock showed it."""
    local = timezone.localtime(moment)
    return _("%(date)s %(time)s") % {"date": both_calendars(local.date()), "time": f"{local:%H:%M:%S}"}
