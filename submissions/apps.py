from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Cases")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy  # noqa: PLC0415 - needs the models

        from . import receivers  # noqa: F401, PLC0415
        from .models import Submission  # noqa: PLC0415
        from .permissions import CasePolicy  # noqa: PLC0415

        register_permission_policy(Submission, CasePolicy(Submission))
