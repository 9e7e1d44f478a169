"""The reviewer's first page: how much waits where."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..permissions import cases_for_staff, grants_of
from .quick_views import QUICK_VIEWS

SHOWN = ("mine", "unassigned", "messages", "corrected", "overdue")
COUNTED_AT_MOST = 100


class CasesPanel(Component):
    """Counts stop at 99+: what matters is whether something waits, and a number of four digits costs seconds."""

    name = "cases"
    template_name = "submissions/admin/home_panel.html"
    order = 90

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def is_shown(self) -> bool:
        return bool(grants_of(self.request.user))

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"counts": [self._count(key) for key in SHOWN], "queue_url": reverse("case_admin:index")}

    def _count(self, key: str) -> dict[str, Any]:
        view, user = QUICK_VIEWS[key], self.request.user
        count = cases_for_staff(user).filter(view.condition(user)).order_by()[:COUNTED_AT_MOST].count()
        shown = f"{COUNTED_AT_MOST - 1}+" if count >= COUNTED_AT_MOST else str(count)
        url = f"{reverse('case_admin:index')}?view={key}"
        return {"key": key, "label": view.label, "count": shown, "is_empty": not count, "url": url}


def arrange_home(request: HttpRequest, panels: list[Any]) -> None:
    """Put the cases first; to somebody who works on no page, show nothing about pages."""
    panel = CasesPanel(request)
    if not panel.is_shown():
        return
    if not works_on_pages(request.user):
        panels.clear()
    panels.append(panel)


def arrange_menu(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's own help is about pages, in English and on another server: nothing for somebody who only reviews."""
    if grants_of(request.user) and not works_on_pages(request.user):
        items[:] = [item for item in items if item.name != "help"]


def works_on_pages(user: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, {"add", "change", "publish"}))
