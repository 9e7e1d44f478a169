from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from ...catalogues import APPS, FOLDER, CannotCollect, catalogues, compile_catalogue, is_translated, renewed


class Command(BaseCommand):
    help = "Bring the catalogues up to date with the sources, compile them, name what still needs its Japanese."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        missing = 0
        for name in APPS:
            file = settings.ROOT_DIR / name / FOLDER / "django.po"
            try:
                catalogue = renewed(settings.ROOT_DIR / name)
            except CannotCollect as error:
                raise CommandError(str(error)) from None
            file.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(file))
            for entry in catalogue:
                if not is_translated(entry):
                    missing += 1
                    self.stdout.write(f"{name}: {entry.msgid!r}")
        for file in catalogues(settings.ROOT_DIR):
            compile_catalogue(file)
        self.stdout.write(f"Still without Japanese: {missing}")
