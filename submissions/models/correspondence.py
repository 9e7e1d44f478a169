from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import ApplicantProfile

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


class MailOptOut(models.Model):
    """A kind of mail that an applicant does not want. The inbox has it all the same."""

    profile = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="mail_opt_outs")
    notification = models.CharField(max_length=40)
    """A name of `submissions.notifications` that is optional."""

    class Meta:
        verbose_name = _("mail that is not wanted")
        verbose_name_plural = _("mails that are not wanted")
        constraints = [models.UniqueConstraint(name="one_mail_opt_out", fields=["profile", "notification"])]

    def __str__(self) -> str:
        return f"{self.profile}: {self.notification}"


class BouncedAddress(models.Model):
    """An address from which mails came back. Its holder is told on the portal, the office on the desk."""

    email = models.EmailField(max_length=254, unique=True)
    """In lower case."""
    status = models.CharField(max_length=20, blank=True)
    """The enhanced status code (RFC 3463), such as ``5.1.1``, if the report had one."""
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(auto_now_add=True)
    last_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("address that mails come back from")
        verbose_name_plural = _("addresses that mails come back from")

    def __str__(self) -> str:
        return self.email
