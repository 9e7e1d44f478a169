"""Plugs the pages into the Wagtail admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .editor_views import list_of_problems, warn_of_problems
from .guards import refuse_deletion
from .models import ProcedurePage
from .tryout import tryout


@hooks.register("before_delete_page")
def keep_records(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_deletion(request, [page], back_to=page.get_parent())


@hooks.register("before_bulk_action")
def keep_records_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete" or not objects or not isinstance(objects[0], Page):
        return None
    return refuse_deletion(request, list(objects), back_to=objects[0].get_parent())


@hooks.register("construct_main_menu")
def leave_out_the_vendors_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "help"]


@hooks.register("register_admin_urls")
def register_editor_urls() -> list[URLPattern]:
    return [
        path("procedures/<int:page_id>/problems/", list_of_problems, name="procedure_problems"),
        path("procedures/tryout/", tryout, name="procedure_tryout"),
    ]


@hooks.register("after_publish_page")
def warn_after_publication(request: HttpRequest, page: Page) -> None:
    if isinstance(page, ProcedurePage):
        warn_of_problems(request, page)
