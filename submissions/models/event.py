from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Department

from ..enums import AccessKind, Actor, State
from .submission import Submission


class Event(models.Model):
    """What happened to a case, for its applicant and for the record. Append-only, chained by hash within the case."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="events")
    sequence = models.PositiveIntegerField()
    """From 1, without gaps."""
    name = models.CharField(max_length=40)
    """A transition of `submissions.workflow`, or ``assigned``."""
    from_state = models.CharField(max_length=24, choices=State.choices)
    to_state = models.CharField(max_length=24, choices=State.choices)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_role = models.CharField(max_length=20, choices=Actor.choices)
    comment = models.TextField(_("comment to the applicant"), blank=True)
    internal_comment = models.TextField(_("internal comment"), blank=True)
    """Never leaves the office."""
    data = models.JSONField(default=dict)
    happened_at = models.DateTimeField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    """SHA-256 of the previous hash and this event as canonical JSON; see `submissions.evidence`."""

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["sequence"]
        constraints = [models.UniqueConstraint(name="one_event_sequence", fields=["submission", "sequence"])]
        indexes = [BrinIndex(fields=["happened_at"], name="event_by_day")]

    def __str__(self) -> str:
        return f"{self.submission}: {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The history of a case is append-only.")
        super().save(*args, **kwargs)


class AccessRecord(models.Model):
    """A staff member looked at a case. The applicant sees when, and which office."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="access_records")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AccessKind.choices)
    detail = models.CharField(max_length=255, blank=True)
    accessed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("access record")
        verbose_name_plural = _("access records")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["submission", "-id"], name="access_by_case")]

    def __str__(self) -> str:
        return f"{self.submission}: {self.kind}"
