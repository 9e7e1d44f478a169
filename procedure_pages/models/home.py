from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from accounts.enums import ProfileKind

from ..blocks.news import NewsBlock
from ..cards import cards
from ..queries import category_counts, open_procedures
from ..visitors import ForVisitors
from .information import InformationPage

SHOWN = 6


class HomePage(ForVisitors, Page):
    """The entrance: what is open now, by category, for whom, and the news."""

    headline = models.CharField(_("headline"), max_length=60)
    lead = models.CharField(_("lead"), max_length=200, blank=True)
    news = StreamField([("news", NewsBlock())], verbose_name=_("news"), blank=True)

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("lead")], heading=_("Top of the page")),
        FieldPanel("news"),
    ]
    template = "procedure_pages/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "procedure_pages.CataloguePage",
        "procedure_pages.TermsPage",
        "procedure_pages.ContactPage",
        "procedure_pages.InformationPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "catalogue_url": "/procedures/",
            "open_cards": cards(open_procedures(timezone.now())[:SHOWN], request),
            "applicants": ProfileKind.choices,
            "categories": category_counts(),
            "guides": InformationPage.objects.live().child_of(self).filter(show_in_menus=True),
            "news": [child.value for child in self.news],
        }
