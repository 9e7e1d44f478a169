"""What staff reach on the prefecture's own network: the Wagtail admin, and pages as previews."""

from django.urls import include, path

from procedure_pages.urls import for_machines, pages

from .parts import desk, entrance, media

handler400 = "theme.views.bad_request"
urlpatterns = [
    *entrance,
    *desk,
    path("", include("submissions.urls")),
    *for_machines,
    *media,
    pages,
]
