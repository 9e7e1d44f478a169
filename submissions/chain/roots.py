"""One hash a day over all cases. Once it is published, nobody can change a case of that day unnoticed, nor drop one."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import DailyRoot, Event

A_DAY = timedelta(days=1)
SETTLED_AFTER = timedelta(hours=1)
"""No transaction is open as long as that: an event of yesterday is committed by then."""


def root_of(day: date, previous: str) -> tuple[str, int]:
    """The root of `day` and the number of cases in it.

    SHA-256 over the previous root, the day, and for each case of the day, by key: its key and the hash of its last
    event of the day; one line each, in ASCII.
    """
    starts_at = _midnight(day)
    happened = Event.objects.filter(happened_at__gte=starts_at, happened_at__lt=_midnight(day + A_DAY))
    last = (
        happened.order_by("submission_id", "-sequence").distinct("submission_id").values_list("submission_id", "hash")
    )
    digest, cases = hashlib.sha256(f"{previous}\n{day:%Y-%m-%d}\n".encode()), 0
    for case, event in last.iterator(chunk_size=2_000):
        digest.update(f"{case} {event}\n".encode())
        cases += 1
    return digest.hexdigest(), cases


def days_to_record(moment: datetime) -> Iterator[date]:
    """Each day that is over and has no root yet, from the first event on."""
    newest = DailyRoot.objects.first()
    if newest is not None:
        day = newest.day + A_DAY
    else:
        first = Event.objects.order_by("happened_at").values_list("happened_at", flat=True).first()
        if first is None:
            return
        day = timezone.localdate(first)
    while _midnight(day + A_DAY) + SETTLED_AFTER <= moment:
        yield day
        day += A_DAY


def faults_of_roots() -> Iterator[str]:
    """A sentence for each day whose events are not those that its root was made of."""
    previous = ""
    for recorded in DailyRoot.objects.order_by("day"):
        if root_of(recorded.day, previous)[0] != recorded.root:
            yield _("Daily root of %(day)s: the events of the day are not those that it was made of") % {
                "day": f"{recorded.day:%Y-%m-%d}"
            }
        previous = recorded.root


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
