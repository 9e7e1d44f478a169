from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ...demo.build import build_demo


class Command(BaseCommand):
    help = "Builds the demo: departments, logins, terms and procedures. Adds what is missing, changes nothing else."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.IS_DEMO:
            raise CommandError(
                _("load_demo makes logins with a known password, so it runs only where IS_DEMO is true.")
            )
        for number, line in enumerate(build_demo(), 1):
            self.stdout.write(f"[{number}] {line}")
        self.stdout.write(self.style.SUCCESS(_("The demo is ready.")))
