from django.db import models
from django.utils.translation import gettext_lazy as _

from .event import Event
from .submission import Submission


class InboxItem(models.Model):
    """What the applicant's side was told in the portal, which is the record: a mail may not arrive, this does.

    It belongs to the case, so whoever may see the case sees it; who opens it first has read it for all of them.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="inbox")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    notification = models.CharField(max_length=40)
    """A name of `submissions.notifications`."""
    told_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("news in the inbox")
        verbose_name_plural = _("news in the inbox")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["submission"], name="inbox_unread", condition=models.Q(read_at__isnull=True)),
        ]
        constraints = [models.UniqueConstraint(name="one_inbox_item", fields=["event", "notification"])]

    def __str__(self) -> str:
        return f"{self.event}: {self.notification}"
