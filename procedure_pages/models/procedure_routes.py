from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from accounts.decorators import applicant_required

from .. import starting, views


class ProcedureRoutes(RoutablePageMixin):
    """The addresses of a procedure: its guidance, all its questions at a glance, the door to the application."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **views.guidance_context(self, request)}

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        return views.guidance(self, request)

    @path("questions/", name="questions")
    def questions_route(self, request: HttpRequest) -> HttpResponse:
        return views.questions(self, request)

    @path("start/", name="start")
    def start_route(self, request: HttpRequest) -> HttpResponseBase:
        return applicant_required(partial(starting.start, page=self))(request)
