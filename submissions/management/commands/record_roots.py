from typing import Any

from django.core.management.base import BaseCommand

from ...actions.record_roots import record_roots


class Command(BaseCommand):
    help = (
        "Seal the days that are over: one hash over all cases for each. Run it once a day; more often changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for root in record_roots():
            self.stdout.write(str(root))
