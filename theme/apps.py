from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class ThemeConfig(AppConfig):
    name = "theme"
    verbose_name = _("Look")

    def ready(self) -> None:
        from .brand import forget  # noqa: PLC0415 - needs the models

        post_save.connect(forget, sender=self.get_model("BrandSettings"), dispatch_uid="theme.forget_brand")
