from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .profile import ApplicantProfile


class TermsVersionQuerySet(models.QuerySet["TermsVersion"]):
    def in_force(self) -> "TermsVersionQuerySet":
        return self.filter(effective_from__lte=timezone.now())


class TermsVersion(models.Model):
    """The terms of use exactly as one publication of their page worded them. Never edited, readable for ever."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="terms_versions")
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    body = models.TextField()
    """The exact HTML that was shown."""
    sha256 = models.CharField(max_length=64)
    """Of `body` as UTF-8, in hexadecimal."""
    effective_from = models.DateTimeField(_("effective from"))
    published_at = models.DateTimeField(auto_now_add=True)

    objects = TermsVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the terms of use")
        verbose_name_plural = _("versions of the terms of use")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(name="one_terms_number", fields=["page", "number"])]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A version of the terms is never edited: publish a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A version of the terms stays readable for ever.")


class Consent(models.Model):
    """Evidence that somebody agreed: to which text, when, from where, on whose behalf."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents")
    profile = models.ForeignKey(ApplicantProfile, null=True, on_delete=models.PROTECT, related_name="consents")
    terms = models.ForeignKey(TermsVersion, on_delete=models.PROTECT, related_name="consents")
    agreed_at = models.DateTimeField(default=timezone.now)
    client_sha256 = models.CharField(max_length=64, blank=True)
    """Of address and browser, so that a dispute can be checked without keeping either."""

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-agreed_at"]
        constraints = [models.UniqueConstraint(name="one_consent", fields=["user", "terms"])]

    def __str__(self) -> str:
        return f"{self.user}: {self.terms}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A consent is evidence: it is never edited.")
        super().save(*args, **kwargs)
