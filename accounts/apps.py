from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    default = True  # two configurations in one module: without it Django would take neither
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from . import receivers  # noqa: F401, PLC0415 - connects them


class StaffUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user management, for staff only: half a million residents have no place in it."""

    user_viewset = "accounts.staff_users.StaffUserViewSet"

    def ready(self) -> None:
        super().ready()
        from wagtail.users.views.api_tokens import APITokenViewSet  # noqa: PLC0415 - needs the models

        from .staff_tokens import VIEWS  # noqa: PLC0415

        for name, view in VIEWS.items():
            setattr(APITokenViewSet, name, view)
