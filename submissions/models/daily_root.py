from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyRoot(models.Model):
    """One hash over what happened to all cases on a day, and over the day before: published, never edited."""

    day = models.DateField(_("day"), unique=True)
    cases = models.PositiveIntegerField(_("cases"))
    """With at least one event on that day."""
    root = models.CharField(_("root"), max_length=64)
    """SHA-256 in hexadecimal; see `submissions.chain.roots`."""
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("daily root")
        verbose_name_plural = _("daily roots")
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.root}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A daily root was published: it is never edited.")
        super().save(*args, **kwargs)
