from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from ..api import pages_api
from ..mailbox import mailbox
from ..views import choose_language, healthy

to_the_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
"""Wagtail's own pages for logging in count no attempts and ask for no confirmed address."""
entrance = [
    path("healthz/", healthy, name="healthy"),
    path("language/", choose_language, name="choose_language"),
    path("accounts/", include("accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("theme/", include("theme.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v3/", pages_api.urls),
    path("_util/login/", to_the_login),
]
desk = [
    path("admin/login/", to_the_login),
    path("admin/", include(wagtailadmin_urls)),
]
for_developers: list[URLPattern | URLResolver] = []
media: list[URLPattern] = []
if settings.IS_DEMO:
    for_developers += [path("theme/", include("theme.sample_urls"))]
    media += [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]
    if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        for_developers += [path("dev/mail/", mailbox, name="mailbox")]
