from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from accounts.decorators import applicant_required

from .. import starting, views
from ..eligibility import check
from ..frame import frame_context


class ProcedureRoutes(RoutablePageMixin):
    """The addresses of a procedure: its guidance, what it asks and wants at a glance, the door to applying."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        frame = frame_context(self, request)
        guidance = views.guidance_context(self, request, lang=frame["lang"])
        return {**super().get_context(request, *args, **kwargs), **frame, **guidance}

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        return views.guidance(self, request)

    @path("questions/", name="questions")
    def questions_route(self, request: HttpRequest) -> HttpResponse:
        return views.questions(self, request)

    @path("checklist/", name="checklist")
    def checklist_route(self, request: HttpRequest) -> HttpResponse:
        return views.checklist(self, request)

    @path("check/", name="check")
    def check_route(self, request: HttpRequest) -> HttpResponse:
        return check(self, request)

    @path("start/", name="start")
    def start_route(self, request: HttpRequest) -> HttpResponseBase:
        return applicant_required(partial(starting.start, page=self))(request)
