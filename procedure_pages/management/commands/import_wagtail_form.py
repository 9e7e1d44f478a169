from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Page

from submissions.enums import ProcedureKind

from ...compiler import compile_form
from ...contrib_forms.answers import answers, as_csv, as_json
from ...contrib_forms.questions import is_form, procedure_file
from ...enums import Category
from ...models import CataloguePage
from ...transfer import IfThere, InvalidFile, import_data


class Command(BaseCommand):
    help = (
        "Makes a draft procedure of a page of wagtail.contrib.forms, and writes what was sent through it to a file "
        "under the new keys. The old page stays as it is; what was sent never becomes a case."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", type=int, help="Number (id) of the page with the form.")
        parser.add_argument("--department", required=True, help="Code of the department that is responsible.")
        parser.add_argument("--category", choices=Category.values, default=Category.GOVERNMENT)
        parser.add_argument("--kind", choices=ProcedureKind.values, default=ProcedureKind.APPLICATION)
        parser.add_argument("--parent", help="Slug of the catalogue; needed only if there are several.")
        parser.add_argument("--submissions", type=Path, help="Where to write what was sent: a .json or .csv file.")

    def handle(self, *args: Any, **options: Any) -> None:
        old = Page.objects.filter(pk=options["page"]).specific().first()
        if not is_form(old):
            raise CommandError(_("Page %(pk)d is no form of wagtail.contrib.forms.") % {"pk": options["page"]})
        data, notes = procedure_file(
            old, department=options["department"], category=options["category"], kind=options["kind"]
        )
        catalogues = CataloguePage.objects.filter(**({"slug": options["parent"]} if options["parent"] else {}))
        parent = catalogues[0] if len(catalogues) == 1 else None
        try:
            imported = import_data(data, parent=parent, user=None, if_there=IfThere.COPY)
        except InvalidFile as invalid:
            raise CommandError(str(invalid)) from None
        assert imported.page is not None
        for note in (*notes, *imported.notes):
            self.stdout.write(note)
        if options["submissions"]:
            self._write(options["submissions"], answers(old, compile_form(imported.page).schema))
        line = _("Imported: %(title)s (page %(pk)d)") % {"title": imported.page.title, "pk": imported.page.pk}
        self.stdout.write(self.style.SUCCESS(line))

    def _write(self, file: Path, data: dict[str, Any]) -> None:
        """The CSV with a byte order mark, without which Excel reads no Japanese."""
        if file.suffix == ".csv":
            file.write_text(as_csv(data), encoding="utf-8-sig", newline="")
        else:
            file.write_text(as_json(data), encoding="utf-8")
        self.stdout.write(
            _("%(count)d submissions written to %(file)s") % {"count": len(data["submissions"]), "file": file}
        )
