from django.db import transaction
from django.utils import timezone

from ..chain.roots import days_to_record, root_of
from ..models import DailyRoot


@transaction.atomic
def record_roots() -> list[DailyRoot]:
    """Seal every day that is over and not sealed yet; those that were added. Two at a time add each day once."""
    newest = DailyRoot.objects.select_for_update().first()
    previous, added = newest.root if newest else "", []
    for day in days_to_record(timezone.now()):
        previous, cases = root_of(day, previous)
        added.append(DailyRoot.objects.create(day=day, cases=cases, root=previous))
    return added
