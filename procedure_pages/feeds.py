"""What is new, for feed readers (Atom)."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Page

from .models import AnnouncementPage, ProcedurePage
from .navigation import site_name
from .queries import newest_announcements, newest_procedures
from .visitors import keep_for_visitors

SHOWN = 30


class PageFeed(Feed):
    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        keep_for_visitors(response, request)
        return response

    def item_link(self, item: Page) -> str:
        return str(item.full_url)

    def item_title(self, item: Page) -> str:
        return str(item.title)

    def item_updateddate(self, item: Page) -> datetime:
        return item.last_published_at or timezone.now()


class ProcedureFeed(PageFeed):
    """Procedures published for the first time, the newest first."""

    link = "/procedures/"

    def title(self) -> str:
        return _("New procedures: %(site)s") % {"site": site_name()}

    def items(self) -> Iterable[ProcedurePage]:
        return newest_procedures(SHOWN)

    def item_description(self, item: ProcedurePage) -> str:
        return item.summary

    def item_pubdate(self, item: ProcedurePage) -> datetime | None:
        return item.first_published_at


class AnnouncementFeed(PageFeed):
    link = "/news/"

    def title(self) -> str:
        return _("Announcements: %(site)s") % {"site": site_name()}

    def items(self) -> Iterable[AnnouncementPage]:
        return newest_announcements(SHOWN)

    def item_description(self, item: AnnouncementPage) -> str:
        return item.search_description

    def item_pubdate(self, item: AnnouncementPage) -> datetime:
        return at_midnight(item.published_on)


def at_midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
