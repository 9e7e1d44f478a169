"""What residents and businesses reach over the internet."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from ..api import api
from .parts import entrance, media

handler400 = "theme.views.bad_request"
urlpatterns = [
    *entrance,
    path("api/v1/", api.urls),
    path("", include("submissions.urls")),
    *media,
    path("", include(wagtail_urls)),
]
