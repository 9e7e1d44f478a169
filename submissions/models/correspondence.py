from django.db import models
from django.utils.translation import gettext_lazy as _

from .event import Event


class SentMessage(models.Model):
    """A message that left the office because of an event. Keeps a task that runs twice from sending it twice."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="messages")
    notification = models.CharField(_("kind of message"), max_length=40)
    """A name of `submissions.notifications`."""
    channel = models.CharField(_("channel"), max_length=20)
    recipient = models.CharField(_("recipient"), max_length=254)
    """As the channel addresses people: an e-mail address."""
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("sent message")
        verbose_name_plural = _("sent messages")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="one_message_an_event", fields=["event", "notification", "channel"])
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.notification}"
