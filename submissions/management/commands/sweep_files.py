from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ...actions.sweeping import files_to_scan, sweep_files
from ...tasks import scan_file

LEAST_HOURS = 2
"""An upload that is under way must not lose what it has sent: its permissions last an hour."""
WAITED = timedelta(hours=1)


class Command(BaseCommand):
    help = "Throw away files that never became part of a case, and queue those that still wait for the scanner. Daily."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--older-than-hours", type=int, default=48, help="younger ones are left alone (default 48)")
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        hours, is_rehearsal = options["older_than_hours"], options["dry_run"]
        if hours < LEAST_HOURS:
            raise CommandError(f"--older-than-hours must be at least {LEAST_HOURS}: younger uploads may be under way.")
        now = timezone.now()
        try:
            swept = sweep_files(before=now - timedelta(hours=hours), is_rehearsal=is_rehearsal)
        except (BotoCoreError, ClientError) as error:
            raise CommandError(f"The bucket does not answer as it should: {error}") from error
        self.stdout.write(
            f"{'Would be thrown away' if is_rehearsal else 'Thrown away'}: {swept.uploads} unfinished uploads, "
            f"{swept.parts} uploads in parts that nobody knows, {swept.objects} files without a case "
            f"({swept.size / 1024 / 1024:.1f} MB)."
        )
        if settings.CLAMD_ADDRESS and not is_rehearsal:
            waiting = files_to_scan(before=now - WAITED)
            for attachment_id in waiting:
                scan_file.enqueue(attachment_id)
            self.stdout.write(f"Queued for the virus scanner: {len(waiting)}")
