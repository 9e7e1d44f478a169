"""What a server's cron or systemd timer does, for ``manage.py run``."""

import sys
from dataclasses import dataclass
from datetime import date

from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone

DAILY = ("send_reminders", "close_inactive_accounts", "sweep_files", "record_roots")


@dataclass
class OnceADay:
    """A command that is due when it is first asked about, and again on every new day."""

    command: str
    done_on: date | None = None

    def run_if_due(self) -> bool:
        """Whether it was due. What does not answer is told of and stops nothing; tomorrow it runs again."""
        day = timezone.localdate()
        if self.done_on == day:
            return False
        self.done_on = day
        try:
            call_command(self.command)
        except (DatabaseError, CommandError) as error:
            print(f"{self.command}: {error}", file=sys.stderr)
        finally:
            connection.close()
        return True
