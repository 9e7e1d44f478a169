from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import AccountEventKind


class KnownDevice(models.Model):
    """A browser from which a person has logged in before, recognised by a cookie. Goes with the login."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_devices")
    key_sha256 = models.CharField(max_length=64)
    """Of the random text in the browser's cookie, which is kept nowhere else."""
    words = models.CharField(max_length=100)
    """Machine and browser as `accounts.devices` names them."""
    first_seen_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("known device")
        verbose_name_plural = _("known devices")
        constraints = [models.UniqueConstraint(name="one_known_device", fields=["user", "key_sha256"])]

    def __str__(self) -> str:
        return f"{self.user}: {self.words}"


class AccountEvent(models.Model):
    """What happened to a login: for its owner to see, and as evidence. Append-only; survives the closing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="account_events")
    kind = models.CharField(max_length=30, choices=AccountEventKind.choices)
    detail = models.CharField(max_length=100, blank=True)
    """A device in words, the number of files; never an address or a name."""
    happened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("account event")
        verbose_name_plural = _("account events")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["user", "kind", "happened_at"], name="account_event")]

    def __str__(self) -> str:
        return f"{self.user}: {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What happened to an account is append-only.")
        super().save(*args, **kwargs)
