from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class AcceptancePeriod(models.Model):
    """When a procedure takes applications. Beside the form, not in it: a deadline moves without a new form version."""

    page = models.OneToOneField(Page, on_delete=models.PROTECT, related_name="acceptance_period")
    is_live = models.BooleanField(default=True)
    """False once its page was unpublished: no new draft begins, begun ones may still be sent until the end."""
    opens_at = models.DateTimeField(_("opens at"), null=True)
    closes_at = models.DateTimeField(_("closes at"), null=True)
    quota = models.PositiveIntegerField(_("quota"), null=True)
    """先着: how many applications are taken from `opens_at` on; None is no limit."""
    withdrawal_frees_place = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("acceptance period")
        verbose_name_plural = _("acceptance periods")

    def __str__(self) -> str:
        return f"{self.page}: {self.opens_at} - {self.closes_at}"

    def is_open(self, moment: datetime) -> bool:
        """Whether something sent at `moment` is in time; to the second, the whole of the last one included."""
        moment = moment.replace(microsecond=0)
        has_opened = self.opens_at is None or self.opens_at <= moment
        return has_opened and (self.closes_at is None or moment <= self.closes_at)
