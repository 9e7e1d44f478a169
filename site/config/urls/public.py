"""What residents and businesses reach over the internet."""

from django.urls import include, path

from procedure_pages.urls import for_machines, pages

from ..api import api
from .parts import entrance, media

handler400 = "theme.views.bad_request"
urlpatterns = [
    *entrance,
    path("api/v1/", api.urls),
    path("", include("submissions.urls")),
    *for_machines,
    *media,
    pages,
]
