from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from ..api import pages_api
from ..mailbox import mailbox
from ..views import choose_language, healthy

entrance = [
    path("healthz/", healthy, name="healthy"),
    path("language/", choose_language, name="choose_language"),
    path("accounts/", include("accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v3/", pages_api.urls),
]
desk = [
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
]
for_developers = [path("theme/", include("theme.urls"))] if settings.IS_DEMO else []
if hasattr(settings, "EMAIL_FILE_PATH"):
    for_developers.append(path("dev/mail/", mailbox))
media = static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.IS_DEMO else []
