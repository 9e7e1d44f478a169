from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from ...models import CataloguePage
from ...transfer import IfThere, Imported, InvalidFile, import_data, load


class Command(BaseCommand):
    help = "Imports procedures and parts of the library from files: all of them, or nothing and every fault named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="YAML, or JSON if the name ends in .json.")
        parser.add_argument("--parent", help="Slug of the catalogue; needed only if there are several.")
        parser.add_argument("--if-there", choices=IfThere.values, default=IfThere.REFUSE, help="If the slug is taken.")
        parser.add_argument("--update-library", action="store_true", help="Also renew parts and tables of that name.")
        parser.add_argument("--publish", action="store_true")
        parser.add_argument("--check", action="store_true", help="Try everything, publishing too, and undo it again.")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            for file in options["files"]:
                self._tell(_import(file, options))
            transaction.set_rollback(options["check"])
        if options["check"]:
            self.stdout.write(_("Everything is in order. Nothing was kept."))

    def _tell(self, imported: Imported) -> None:
        for note in imported.notes:
            self.stdout.write(note)
        if imported.page:
            line = _("Imported: %(title)s (page %(pk)d)") % {"title": imported.page.title, "pk": imported.page.pk}
            self.stdout.write(self.style.SUCCESS(line))


def _import(file: Path, options: dict[str, Any]) -> Imported:
    """CommandError, which undoes the files before, for a file that cannot be imported."""
    try:
        return import_data(
            load(file.read_bytes(), is_json=file.suffix == ".json"),
            parent=_catalogue(options["parent"]),
            user=None,
            if_there=IfThere(options["if_there"]),
            update_library=options["update_library"],
            publish=options["publish"] or options["check"],
        )
    except OSError as error:
        raise CommandError(str(error)) from None
    except InvalidFile as invalid:
        lines = [_("%(file)s: nothing was imported.") % {"file": file.name}, *map(str, invalid.faults)]
        raise CommandError("\n".join(lines)) from None


def _catalogue(slug: str | None) -> CataloguePage | None:
    """The only one there is, if none is named, or the only one of the site's language; None where that is not clear."""
    found = CataloguePage.objects.filter(slug=slug) if slug else CataloguePage.objects.all()
    if len(found) > 1:
        found = found.filter(locale=Locale.get_default())
    return found[0] if len(found) == 1 else None
