from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A login. What it may do comes from profiles (an applicant's) and from groups (a staff member's)."""

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        indexes = [models.Index(fields=["email"], name="user_email")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Login IDs are looked up in lower case, so that capitals do not matter and the index serves."""
        self.username = self.username.lower()
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    def get_full_name(self) -> str:
        """Family name first, as the names of the office are written."""
        return f"{self.last_name} {self.first_name}".strip()

    def get_short_name(self) -> str:
        """Wagtail greets with it: colleagues go by the family name, so a given name alone is no name."""
        return self.get_full_name()
