from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from accounts.enums import ProfileKind

from ..cards import cards
from ..queries import UNSEEN, by_urgency, counts, procedures, takes_applications
from ..visitors import ForVisitors
from .announcement import newest
from .information import InformationPage

SHOWN = 6
NEWS_SHOWN = 5


class HomePage(ForVisitors, Page):
    """The entrance: what is open now, by category, by life event, for whom, and the announcements."""

    headline = models.CharField(_("headline"), max_length=60)
    lead = models.CharField(_("lead"), max_length=200, blank=True)

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("lead")], heading=_("Top of the page")),
    ]
    template = "procedure_pages/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "procedure_pages.CataloguePage",
        "procedure_pages.TermsPage",
        "procedure_pages.ContactPage",
        "procedure_pages.InformationPage",
        "procedure_pages.AnnouncementIndexPage",
        "procedure_pages.FeedbackPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        everything = procedures(self.locale_id)
        categories, events = counts(everything)
        moment = timezone.now()
        still_open = by_urgency(takes_applications(everything, moment), moment).defer(*UNSEEN)
        return {
            **super().get_context(request, *args, **kwargs),
            "catalogue_url": f"{self.get_url(request)}procedures/",
            "news_url": f"{self.get_url(request)}news/",
            "open_cards": cards(still_open[:SHOWN], request),
            "applicants": ProfileKind.choices,
            "categories": categories,
            "events": events,
            "guides": InformationPage.objects.live().child_of(self).filter(show_in_menus=True).defer("body"),
            "announcements": newest(self)[:NEWS_SHOWN],
        }
