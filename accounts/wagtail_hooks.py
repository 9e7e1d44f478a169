from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from .departments import DepartmentViewSet, department_viewset
from .staff_bulk_actions import AssignRoleToStaff, DeleteStaff, SetActiveStateOfStaff


@hooks.register("register_admin_viewset")
def register_departments() -> DepartmentViewSet:
    return department_viewset


for action in (AssignRoleToStaff, DeleteStaff, SetActiveStateOfStaff):
    hooks.register("register_bulk_action", action, order=1)


@hooks.register("insert_global_admin_js")
def warn_before_the_session_ends() -> str:
    """The same dialog as on the public site; it finds its token in the cookie."""
    return render_to_string("theme/parts/session_end.html")


@hooks.register("register_account_menu_item")
def lead_to_security_page(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("accounts:security"),
        "label": _("Log-in and security"),
        "help_text": _("Password, e-mail address, two-step authentication, where you are logged in."),
    }
