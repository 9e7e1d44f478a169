"""What staff reach on the prefecture's own network: the Wagtail admin, and pages as previews."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from .parts import desk, entrance, media

handler400 = "theme.views.bad_request"
urlpatterns = [
    *entrance,
    *desk,
    path("", include("submissions.urls")),
    *media,
    path("", include(wagtail_urls)),
]
