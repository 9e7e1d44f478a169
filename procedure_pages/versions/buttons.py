"""Where the editor and the page explorer lead to the versions."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from ..models import ProcedurePage


class ImpactMenuItem(ActionMenuItem):
    """Beside save and publish, on a page that was published before."""

    name = "action-impact"
    label = _("Check the impact")
    icon_name = "group"

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not isinstance(page, ProcedurePage):
            return False
        return bool(page.form_versions.exists())

    def get_url(self, parent_context: Mapping[str, Any]) -> str:
        return reverse("procedure_versions:impact", args=[parent_context["page"].pk])


def version_buttons(page: Page, user: Any) -> Iterator[Button]:
    if page.specific_class is ProcedurePage and page.permissions_for_user(user).can_edit():
        url = reverse("procedure_versions:list", args=[page.pk])
        yield Button(_("Versions of the form"), url=url, icon_name="history", priority=66)
