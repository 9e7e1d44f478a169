"""What a procedure points at outside itself, by the name that it has in a file instead of a number of this database."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from accounts.models import Department

from ..models import LookupTable, QuestionSet

NAMED: dict[type[Model], str] = {Department: "code", QuestionSet: "name", LookupTable: "name"}
"""Models whose rows have a name that is unique, with the field that holds it."""


def name_of_row(row: Model) -> str:
    """LookupError for a model that a file cannot name."""
    if isinstance(row, Page):
        return path_of(row)
    return str(getattr(row, NAMED[type(row)]))


def find_row(model: type[Model], name: str) -> Model | None:
    if issubclass(model, Page):
        return page_at(name)
    return model._default_manager.filter(**{NAMED[model]: name}).first()


def not_found(model: type[Model], name: str) -> str:
    kind = str(model._meta.verbose_name)
    return _("There is no %(kind)s “%(name)s” here.") % {"kind": kind, "name": name}


def path_of(page: Page) -> str:
    """Below the root of its site, as ``procedures/disclosure-request``."""
    root = _root()
    return str(page.url_path).removeprefix(root.url_path if root else "/").strip("/")


def page_at(path: str) -> Page | None:
    root = _root()
    return Page.objects.filter(url_path=f"{root.url_path}{path.strip('/')}/").first() if root and path else root


def _root() -> Any:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page if site else None
