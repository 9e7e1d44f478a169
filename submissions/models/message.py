import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import Side
from .submission import Submission


class Message(models.Model):
    """What the applicant or the office wrote about a case. Never edited; its event in the chain holds its hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    """May be chosen by the page that sends, so that a double click sends once."""
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="messages")
    side = models.CharField(max_length=20, choices=Side.choices)
    """Who wrote: the applicant never learns which member of staff."""
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.TextField(_("message"))
    sent_at = models.DateTimeField(_("sent at"))
    read_at = models.DateTimeField(_("read at"), null=True)
    """When the other side first had it before its eyes."""

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["sent_at"]
        indexes = [
            models.Index(fields=["submission", "sent_at"], name="message_by_case"),
            models.Index(
                fields=["submission", "side"], name="message_unread", condition=models.Q(read_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.body[:40]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A message that was sent is never edited.")
        super().save(*args, **kwargs)
