from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import MemberRole, ProfileDeed
from .profile import ApplicantProfile


class Invitation(models.Model):
    """A mail that opens a business to one more login, once. The link is kept as a hash only."""

    profile = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField(_("e-mail address"), max_length=254)
    role = models.CharField(_("role"), max_length=20, choices=MemberRole.choices)
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    inviter_name = models.CharField(max_length=200)
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    """When it was accepted or cancelled."""

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.email} / {self.profile}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.expires_at > timezone.now()


class ProfileEvent(models.Model):
    """Who changed what about the people of a profile. Append-only; names are kept as they were."""

    profile = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="events")
    deed = models.CharField(max_length=40, choices=ProfileDeed.choices)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=200)
    about = models.CharField(max_length=300, blank=True)
    """The person, address or agent concerned, and the role, in words."""
    happened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("event of a profile")
        verbose_name_plural = _("events of profiles")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.profile}: {self.deed}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The history of a profile is append-only.")
        super().save(*args, **kwargs)
