from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from submissions.models import Submission
from submissions.notices.receipt import render_receipt


class Command(BaseCommand):
    help = "Draw the receipt of one case a number of times: a process of its own, so that its memory can be seen."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("reference")
        parser.add_argument("times", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        submission = Submission.objects.get(reference=options["reference"])
        for _time in range(options["times"]):
            render_receipt(submission)
