from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..enums import Outcome
from .submission import Submission


class Decision(models.Model):
    """What the office drafted (起案) and, once `decided_at` is set, decided (決裁). Never edited after that."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices)
    reason = models.TextField(_("reason"), blank=True)
    """Mandatory for a refusal (行政手続法 第8条); printed on the notice."""
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    sent_back_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_live_decision", fields=["submission"], condition=models.Q(sent_back_at__isnull=True)
            ),
            models.CheckConstraint(
                name="refusal_has_reason", condition=~models.Q(outcome=Outcome.REFUSED) | ~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.get_outcome_display()}"
