from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProcedurePagesConfig(AppConfig):
    name = "procedure_pages"
    verbose_name = _("Procedures")

    def ready(self) -> None:
        from . import receivers  # noqa: F401, PLC0415 - needs the models
