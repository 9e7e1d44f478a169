import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...chain.roots import faults_of_roots
from ...chain.verify import CASES_AT_ONCE, Report, verify
from ...models import Submission

CASES_BETWEEN_LINES = 10_000


class Command(BaseCommand):
    help = "Check that what is stored about each case is what its events recorded. Names every difference."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "cases", nargs="*", help="arrival numbers; without any, all filed cases and the daily roots"
        )
        parser.add_argument("--files", action="store_true", help="read every file from the storage as well")

    def handle(self, *args: Any, **options: Any) -> None:
        started, report = time.monotonic(), Report()
        cases, told = self.cases(options["cases"]), self.teller(report)
        faults = 0
        for fault in verify(cases, report, with_files=options["files"], after_batch=told):
            faults += 1
            self.stderr.write(str(fault))
        for line in [] if options["cases"] else faults_of_roots():
            faults += 1
            self.stderr.write(line)
        seconds = time.monotonic() - started
        self.stdout.write(f"{report.cases} cases, {report.events} events in {seconds:.1f} s: {faults} differences")
        if faults:
            raise CommandError("What is stored is not what was recorded: see the lines above.")

    def teller(self, report: Report) -> Callable[[], None]:
        """Says how far it is, about every 10,000 cases."""

        def tell() -> None:
            if report.cases % CASES_BETWEEN_LINES < CASES_AT_ONCE:
                self.stdout.write(f"… {report.cases} cases, {report.events} events")

        return tell

    def cases(self, numbers: list[str]) -> Any:
        plain = {number.replace("-", "") for number in numbers}
        if not plain:
            return Submission.objects.all()
        found = Submission.objects.filter(number__in=plain)
        if missing := plain - set(found.values_list("number", flat=True)):
            raise CommandError(f"There is no case {', '.join(sorted(missing))}.")
        return found
