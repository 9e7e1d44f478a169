from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A login: an applicant's or a staff member's. What it may do comes from profiles (applicants) and groups (staff)."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    def get_full_name(self) -> str:
        """Family name first, as the names of the office are written."""
        return f"{self.last_name} {self.first_name}".strip()
