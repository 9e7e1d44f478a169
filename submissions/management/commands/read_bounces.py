import mailbox
import sys
from argparse import ArgumentParser
from email import message_from_binary_file
from email.message import Message
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...actions import record_bounce
from ...notifications.bounces import bounces_in

SEEN = "S"


class Command(BaseCommand):
    help = "Mark the addresses from which mails came back: reads one report from standard input, or a Maildir."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--maildir", help="A Maildir of reports; those that were read are marked as seen.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["maildir"]:
            marked = keep(message_from_binary_file(sys.stdin.buffer))
            self.stdout.write(f"Addresses marked: {marked}")
            return
        if not (Path(options["maildir"]) / "new").is_dir():
            raise CommandError(f"{options['maildir']} is not a Maildir.")
        self.stdout.write(f"Addresses marked: {read(mailbox.Maildir(options['maildir'], create=False))}")


def read(box: mailbox.Maildir) -> int:
    """How many addresses the reports that nobody has read yet name."""
    marked = 0
    for key, report in box.items():
        if SEEN in report.get_flags():
            continue
        marked += keep(report)
        report.set_subdir("cur")
        report.add_flag(SEEN)
        box[key] = report
    return marked


def keep(report: Message) -> int:
    return sum(record_bounce(address, user=None, status=status) for address, status in bounces_in(report))
