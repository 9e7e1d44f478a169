import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import ScanState
from .message import Message
from .submission import Submission

TO_SCAN = models.Q(scan_state__in=ScanState.unsettled)


def attachment_storage() -> Storage:
    return storages["attachments"]


class Attachment(models.Model):
    """A file of a case. Its name in the storage is random; the person's name for it is kept beside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="attachments")
    path = models.CharField(max_length=200)
    """The question it answers: ``field`` or ``group.row.column``; empty for a file of a message."""
    message = models.ForeignKey(Message, null=True, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(_("file name"), max_length=255)
    content_type = models.CharField(_("type"), max_length=100)
    """By content, never by what the browser said."""
    size = models.PositiveBigIntegerField(_("size"))
    """Bytes."""
    sha256 = models.CharField(max_length=64)
    file = models.FileField(storage=attachment_storage, max_length=200)
    thumbnail = models.FileField(storage=attachment_storage, max_length=200, blank=True)
    scan_state = models.CharField(max_length=20, choices=ScanState.choices, default=ScanState.UPLOADED)
    scanned_at = models.DateTimeField(null=True)
    threat = models.CharField(max_length=200, blank=True)
    """What the scanner calls the harm that it found."""
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["uploaded_at"]
        indexes = [models.Index(fields=["uploaded_at"], name="attachment_to_scan", condition=TO_SCAN)]
        constraints = [
            models.CheckConstraint(name="scan_state_is_known", condition=models.Q(scan_state__in=ScanState.values)),
            models.CheckConstraint(
                name="scan_names_its_threat",
                condition=models.Q(scan_state=ScanState.INFECTED) ^ models.Q(threat=""),
            ),
            models.CheckConstraint(
                name="scan_judged_at_a_time",
                condition=~models.Q(scan_state__in=ScanState.judged) | models.Q(scanned_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def is_infected(self) -> bool:
        return self.scan_state == ScanState.INFECTED

    @property
    def is_readable(self) -> bool:
        """Safe to hand to somebody other than the person who uploaded it. Unchecked only where nothing checks."""
        if self.scan_state == ScanState.UNSCANNED:
            return not settings.CLAMD_ADDRESS
        return self.scan_state == ScanState.CLEAN

    def is_open_to(self, user: Any) -> bool:
        """Whether `user`, who may see the case, gets the file: its uploader also unchecked, nobody a harmful one."""
        return self.is_readable or (self.uploaded_by_id == user.pk and not self.is_infected)
