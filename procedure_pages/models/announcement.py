from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import GuidanceBlock
from ..visitors import ForVisitors

PER_PAGE = 20


class AnnouncementPage(ForVisitors, Page):
    """One announcement (お知らせ), at an address of its own for as long as it is published."""

    published_on = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(GuidanceBlock(), verbose_name=_("body text"), blank=True)

    content_panels: ClassVar[list[object]] = [*Page.content_panels, FieldPanel("published_on"), FieldPanel("body")]
    template = "procedure_pages/announcement_page.html"
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.AnnouncementIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")


class AnnouncementIndexPage(ForVisitors, Page):
    """Every announcement, the newest first."""

    template = "procedure_pages/announcement_index_page.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = ["procedure_pages.AnnouncementPage"]

    class Meta:
        verbose_name = _("list of announcements")
        verbose_name_plural = _("lists of announcements")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        found = Paginator(newest(self), PER_PAGE)
        results = found.get_page(request.GET.get("page"))
        return {
            **super().get_context(request, *args, **kwargs),
            "announcements": results,
            "previous_url": f"?page={results.number - 1}" if results.has_previous() else "",
            "next_url": f"?page={results.number + 1}" if results.has_next() else "",
            "page_text": f"{results.number} / {found.num_pages}",
        }


def newest(above: Page) -> "models.QuerySet[AnnouncementPage]":
    """The announcements below `above`, the newest first."""
    found = AnnouncementPage.objects.live().public().descendant_of(above).defer("body")
    return found.order_by("-published_on", "-pk")
