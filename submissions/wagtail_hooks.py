"""Where the review desk meets the Wagtail admin. Wires and nothing else."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .admin.group_panel import GrantFormSet
from .admin.home import arrange_home, arrange_menu
from .admin.viewset import CaseViewSet, case_viewset
from .models import Submission


@hooks.register("register_admin_viewset")
def register_case_viewset() -> CaseViewSet:
    return case_viewset


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    keep_cases_out_of_the_site_history(actions)
    changed = _("Case permissions changed")
    actions.register_action("submissions.set_case_grants", changed, changed)
    deadline = _("Deadline of a form version changed")
    actions.register_action("submissions.set_version_deadline", deadline, deadline)


def keep_cases_out_of_the_site_history(actions: LogActionRegistry) -> None:
    """Wagtail shows its log to every superuser, grant or not. The record of a case is its events."""
    actions.log_entry_models_by_type.register(Submission, value=None)


@hooks.register("register_group_permission_panel")
def register_grants_panel() -> type:
    return GrantFormSet


@hooks.register("construct_homepage_panels")
def arrange_home_panels(request: HttpRequest, panels: list[Any]) -> None:
    arrange_home(request, panels)


@hooks.register("construct_main_menu")
def arrange_main_menu(request: HttpRequest, items: list[Any]) -> None:
    arrange_menu(request, items)


@hooks.register("insert_global_admin_css")
def desk_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("submissions/admin/desk.css"))
