from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ...deadlines import today
from ...queries import corrections_to_remind
from ...tasks import remind


class Command(BaseCommand):
    help = "Queue a mail for each correction whose deadline is near. Run it once a day; more often changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        events = corrections_to_remind(today(), days=settings.CORRECTION_REMINDER_DAYS)
        event_ids = list(events.values_list("pk", flat=True))
        for event_id in event_ids:
            remind.enqueue(event_id)
        self.stdout.write(f"Reminders queued: {len(event_ids)}")
