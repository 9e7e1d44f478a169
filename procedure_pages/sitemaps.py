from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from wagtail.models import Page, Site


class PageSitemap(Sitemap):
    """Every public page of every site's tree, in every language, with the day of its last publication."""

    limit = 5000

    def items(self) -> "QuerySet[Page]":
        homes = Page.objects.filter(translation_key__in=Site.objects.values("root_page__translation_key"))
        below = Q(pk__in=[])
        for home in homes:
            below |= Q(path__startswith=home.path)
        return Page.objects.live().public().filter(below).order_by("path")

    def location(self, item: Page) -> str:
        return str(item.url)

    def lastmod(self, item: Page) -> Any:
        return item.last_published_at
