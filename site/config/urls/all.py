"""Both surfaces on one machine: the demo, development, a small town."""

from django.urls import include, path

from procedure_pages.urls import for_machines, pages

from ..api import api
from .parts import desk, entrance, for_developers, media

handler400 = "theme.views.bad_request"
urlpatterns = [
    *entrance,
    *desk,
    path("api/v1/", api.urls),
    path("", include("submissions.urls")),
    *for_machines,
    *for_developers,
    *media,
    pages,
]
