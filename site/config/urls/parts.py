from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api as wagtail_api
from wagtail.documents import urls as wagtaildocs_urls

from ..views import choose_language, healthy

entrance = [
    path("healthz/", healthy, name="healthy"),
    path("language/", choose_language, name="choose_language"),
    path("accounts/", include("accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v3/", wagtail_api.urls),
]
desk = [path("admin/", include(wagtailadmin_urls))]
for_developers = [path("theme/", include("theme.urls"))] if settings.IS_DEMO else []
media = static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.IS_DEMO else []
