from typing import Any

from django.core.management.base import BaseCommand

from ...transfer.description import description


class Command(BaseCommand):
    help = "Lists every field, kind of block and setting that a procedure file may hold; * marks what must be there."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in description():
            self.stdout.write(line)
