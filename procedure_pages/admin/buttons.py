"""What the menus of a page in the admin offer besides Wagtail's own."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from ..models import CataloguePage, ProcedurePage


def transfer_buttons(page: Page, user: Any) -> Iterator[Button]:
    """Out of a procedure, into a catalogue."""
    if isinstance(page.specific, CataloguePage) and page.permissions_for_user(user).can_add_subpage():
        url = reverse("procedure_admin:import", args=[page.pk])
        yield Button(_("Import a procedure"), url, icon_name="upload", priority=90)
    elif isinstance(page.specific, ProcedurePage) and page.get_parent().permissions_for_user(user).can_add_subpage():
        url = reverse("procedure_admin:export", args=[page.pk])
        yield Button(_("Export"), url, icon_name="download", priority=90)
