from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .form_version import FormVersion


class VersionDeadline(models.Model):
    """Until when drafts of a form may be sent once a newer is offered. Beside the version, which is never edited."""

    form_version = models.OneToOneField(FormVersion, on_delete=models.PROTECT, related_name="deadline")
    ends_at = models.DateTimeField(_("deadline for drafts"))
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("deadline of a form version")
        verbose_name_plural = _("deadlines of form versions")

    def __str__(self) -> str:
        return f"{self.form_version}: {self.ends_at}"

    def is_over(self, moment: datetime) -> bool:
        return self.ends_at < moment
