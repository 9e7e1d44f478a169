import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Department

from ..enums import Delivery
from .attachment import attachment_storage
from .decision import Decision
from .submission import Submission


class NumberSeries(models.Model):
    """The last document number given by a department in a fiscal year; locked while the next one is taken."""

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="number_series")
    fiscal_year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("document number series")
        verbose_name_plural = _("document number series")
        constraints = [models.UniqueConstraint(name="one_series", fields=["department", "fiscal_year"])]

    def __str__(self) -> str:
        return f"{self.department} {self.fiscal_year}: {self.last}"


class Notice(models.Model):
    """通知書: the outcome as the prefecture issued it. Its content is frozen here, the PDF is drawn from it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="notices")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="notice")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="notices")
    fiscal_year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    document_number = models.CharField(_("document number"), max_length=60)  # 文書番号
    title = models.CharField(_("title"), max_length=200)
    content = models.JSONField()
    """Everything the paper says; see `submissions.notices.content`."""
    delivery = models.CharField(_("delivery"), max_length=20, choices=Delivery.choices)
    issued_at = models.DateTimeField(_("issued at"))
    pdf = models.FileField(storage=attachment_storage, max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    available_at = models.DateTimeField(null=True)
    """When the PDF could be fetched and the applicant was told."""
    first_opened_at = models.DateTimeField(null=True)
    first_downloaded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(name="one_document_number", fields=["department", "fiscal_year", "sequence"])
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.document_number}"
