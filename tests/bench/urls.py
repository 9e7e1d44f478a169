from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls.all import urlpatterns as portal


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [path("bench-empty/", empty), *portal]
