import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import ScanState
from .message import Message
from .submission import Submission


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
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["uploaded_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def is_readable(self) -> bool:
        """Safe to hand to somebody other than the person who uploaded it."""
        return self.scan_state == ScanState.CLEAN
