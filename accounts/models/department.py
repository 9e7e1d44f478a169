from django.db import models
from django.utils.translation import gettext_lazy as _


class Department(models.Model):
    """An office of the prefecture (部局・担当): who is responsible, and whom an applicant asks."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=100)
    symbol = models.CharField(_("document symbol"), max_length=20)
    """Stands before the document number: 商工 in 商工第12号."""
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    hours = models.CharField(_("hours"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
