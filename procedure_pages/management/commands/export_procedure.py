from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ...models import ProcedurePage
from ...transfer import export_procedure


class Command(BaseCommand):
    help = "Writes a procedure, as it is being edited, to standard output or a file. import_procedure reads it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", help="Number (id) or slug of the page.")
        parser.add_argument("--format", choices=("yaml", "json"), default="yaml")
        parser.add_argument("--without-images", action="store_true", help="Leave images and documents out.")
        parser.add_argument("--published", action="store_true", help="What visitors see instead of the newest draft.")
        parser.add_argument("--output", type=Path, help="The file to write instead of standard output.")

    def handle(self, *args: Any, **options: Any) -> None:
        page = find_page(options["page"])
        content = export_procedure(
            page if options["published"] else page.get_latest_revision_as_object(),
            is_json=options["format"] == "json",
            with_files=not options["without_images"],
        )
        if options["output"]:
            options["output"].write_bytes(content)
        else:
            self.stdout.write(content.decode(), ending="")


def find_page(name: str) -> ProcedurePage:
    found = ProcedurePage.objects.filter(**({"pk": name} if name.isdecimal() else {"slug": name}))
    if len(found) != 1:
        raise CommandError(_("There is no procedure, or more than one, called “%(name)s”.") % {"name": name})
    return found[0]
