"""Where a page stands, for the breadcrumb."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import Page

DEPTH_OF_HOME = 2


def site_name() -> str:
    """In the language of the reader, as the administrators have set it."""
    return render_to_string("theme/site_name.txt").strip()


def breadcrumb(page: Page, request: HttpRequest, *, below: str = "") -> list[tuple[str, str]]:
    """Label and address from the entrance to `page`; the last has no address. `below` names a part of `page`."""
    pages = [] if page.pk is None else [*_above(page)][::-1]
    home = (_("Home"), (pages[0].get_url(request) if pages else "") or "/")
    trail = [home, *((each.title, each.get_url(request) or "") for each in pages[1:])]
    return [*trail, (page.title, page.get_url(request) or ""), (below, "")] if below else [*trail, (page.title, "")]


def _above(page: Page) -> Iterator[Page]:
    """The pages above, the nearest first; from memory if `routing` has found them."""
    while page.depth > DEPTH_OF_HOME and (page := page.get_parent()):
        yield page
