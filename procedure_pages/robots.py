from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

PRIVATE = ("/admin/", "/accounts/", "/apply/", "/mypage/", "/api/", "/language/", "/feedback/", "/*/start/")
"""What is somebody's own, changes something, or is no page."""


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; on the network of the staff, nothing."""
    if settings.SURFACE == "staff":
        lines = ["User-agent: *", "Disallow: /"]
    else:
        sitemap = request.build_absolute_uri(reverse("sitemap"))
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE), "", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
