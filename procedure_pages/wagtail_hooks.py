"""Plugs the pages into the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .admin.buttons import transfer_buttons
from .admin.usage import tell_usage
from .banner_admin import BannerViewSet
from .editor_views import list_of_problems, warn_of_problems
from .guards import refuse_deletion, refuse_deletion_of_parts
from .models import ProcedurePage, QuestionSet
from .snippets import LibraryGroup
from .tryout import tryout
from .versions import urls
from .versions.approval import ApprovedPagesPanel, lead_to_impact
from .versions.buttons import ImpactMenuItem, version_buttons
from .versions.impact import hold_publication, refuse_bulk_publication

register_snippet(LibraryGroup)
register_snippet(BannerViewSet)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    return [path("procedures/", include("procedure_pages.admin.urls"))]


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    return transfer_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    return transfer_buttons(page, user)


@hooks.register("before_delete_page")
def keep_records(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_deletion(request, [page], back_to=page.get_parent())


@hooks.register("before_delete_snippet")
def keep_parts_in_use(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    return refuse_deletion_of_parts(request, instances)


@hooks.register("after_publish")
def tell_whom_it_concerns(request: HttpRequest, instance: Any) -> HttpResponse | None:
    return tell_usage(request, instance) if isinstance(instance, QuestionSet) else None


@hooks.register("after_edit_snippet")
def tell_whom_an_approved_part_concerns(request: HttpRequest, instance: Any) -> HttpResponse | None:
    is_moderated = isinstance(instance, QuestionSet) and "action-workflow-action" in request.POST
    return tell_usage(request, instance) if is_moderated else None


@hooks.register("after_edit_page")
def look_after_approval(request: HttpRequest, page: Page) -> HttpResponse | None:
    return lead_to_impact(request, page)


@hooks.register("construct_homepage_panels")
def show_approved_pages(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ApprovedPagesPanel(request))


@hooks.register("before_bulk_action")
def look_before_bulk_actions(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if not objects:
        return None
    is_page = isinstance(objects[0], Page)
    if action_type == "publish" and is_page:
        return refuse_bulk_publication(request, list(objects))
    if action_type != "delete":
        return None
    if not is_page:
        return refuse_deletion_of_parts(request, list(objects))
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


@hooks.register("before_publish_page")
def look_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    return hold_publication(request, page)


@hooks.register("register_admin_urls")
def register_version_urls() -> list[URLResolver]:
    return [path("procedures/<int:page_id>/versions/", include(urls))]


@hooks.register("register_page_action_menu_item")
def register_impact_item() -> ImpactMenuItem:
    return ImpactMenuItem(order=15)


@hooks.register("register_page_header_buttons")
def version_header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    yield from version_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def version_listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from version_buttons(page, user)


@hooks.register("insert_global_admin_css")
def versions_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("procedure_pages/versions.css"))
