import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .submission import Submission


class Upload(models.Model):
    """A file on its way from a browser straight to the bucket. Gone once it has become an attachment of the same id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="uploads")
    path = models.CharField(max_length=200)
    """The question it is to answer."""
    name = models.CharField(_("file name"), max_length=255)
    content_type = models.CharField(_("type"), max_length=100)
    """What the browser has promised to send, by the name's ending. What it is, is seen when it has arrived."""
    size = models.PositiveBigIntegerField(_("size"))
    """Bytes, promised too."""
    fingerprint = models.CharField(max_length=100, blank=True)
    """The browser's mark of the file, by which it is known again when somebody chooses it a second time."""
    key = models.CharField(max_length=200, unique=True)
    """In the bucket; nobody but the server makes one up."""
    multipart_id = models.CharField(max_length=500, blank=True)
    """The bucket's name for an upload in parts; empty for one that goes in a piece."""
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["started_at"]

    def __str__(self) -> str:
        return self.name
