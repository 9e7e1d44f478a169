"""Where a page stands, for the breadcrumb."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page


def breadcrumb(page: Page, request: HttpRequest, *, below: str = "") -> list[tuple[str, str]]:
    """Label and address from the entrance to `page`; the last has no address. `below` names a part of `page`."""
    ancestors = [] if page.pk is None else page.get_ancestors().filter(depth__gt=2).only("title", "url_path", "path")
    trail = [(_("Home"), "/"), *((ancestor.title, ancestor.get_url(request) or "") for ancestor in ancestors)]
    return [*trail, (page.title, page.get_url(request) or ""), (below, "")] if below else [*trail, (page.title, "")]
