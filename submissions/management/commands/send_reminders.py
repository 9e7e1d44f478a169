from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from ...deadlines import today
from ...queries import corrections_to_remind, notices_to_remind
from ...tasks import remind


class Command(BaseCommand):
    help = "Remind of corrections due soon and of unread notices. Run it once a day; more often changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        corrections = corrections_to_remind(today(), days=settings.CORRECTION_REMINDER_DAYS)
        notices = notices_to_remind(timezone.now(), days=settings.NOTICE_REMINDER_DAYS)
        event_ids = [pk for events in (corrections, notices) for pk in events.values_list("pk", flat=True)]
        for event_id in event_ids:
            remind.enqueue(event_id)
        self.stdout.write(f"Reminders queued: {len(event_ids)}")
