from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProcedurePagesConfig(AppConfig):
    name = "procedure_pages"
    verbose_name = _("Procedures")

    def ready(self) -> None:
        from . import receivers  # noqa: F401, PLC0415 - needs the models
        from .contact_messages import ContactSubmissionsView  # noqa: PLC0415 - Wagtail's views need the models
        from .models import ContactPage  # noqa: PLC0415

        ContactPage.submissions_list_view_class = ContactSubmissionsView
