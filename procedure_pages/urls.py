"""Pages, and what tells machines about them."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from . import feeds, robots, routing, sitemaps

for_machines = [
    path("feeds/procedures.xml", feeds.ProcedureFeed(), name="procedure_feed"),
    path("feeds/news.xml", feeds.AnnouncementFeed(), name="announcement_feed"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": sitemaps.PageSitemap}}, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
]
pages = routing.page_addresses(
    [
        *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
        re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    ]
)
