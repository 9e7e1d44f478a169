from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from accounts.models import Department

from ..schema import FormSchema, Handling, handling_from_json, schema_from_json

DECODED_AT_MOST = 256
_decoded: dict[str, tuple[FormSchema, Handling]] = {}
_versions: "dict[int, FormVersion]" = {}


class FormVersion(models.Model):
    """The form, and the promises around it, exactly as one publication of a page offered them. Never edited."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="form_versions")
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("procedure"), max_length=255)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="form_versions")
    schema_data = models.JSONField()
    handling_data = models.JSONField()
    sha256 = models.CharField(max_length=64)
    """Of title, schema and handling as canonical JSON, in hexadecimal."""
    note = models.TextField(_("what changed"), blank=True)
    """The author's words to those who know the version before."""
    revision = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    """What the author had built: the form can be taken up again from here. PROTECT, so Wagtail's purge leaves it."""
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("form version")
        verbose_name_plural = _("form versions")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(name="one_form_number", fields=["page", "number"])]

    def __str__(self) -> str:
        return f"{self.title} #{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A form version is never edited: publish a new one.")
        super().save(*args, **kwargs)

    @property
    def schema(self) -> FormSchema:
        return self._decode()[0]

    @property
    def handling(self) -> Handling:
        return self._decode()[1]

    def _decode(self) -> tuple[FormSchema, Handling]:
        """Decoded once a process: a version never changes. Lists may defer the two JSON columns."""
        if self.sha256 not in _decoded:
            if len(_decoded) >= DECODED_AT_MOST:
                _decoded.clear()
            _decoded[self.sha256] = schema_from_json(self.schema_data), handling_from_json(self.handling_data)
        return _decoded[self.sha256]


def kept_version(pk: int) -> FormVersion:
    """The version, read once a process: it never changes, and thousands have the same one open."""
    if pk not in _versions:
        if len(_versions) >= DECODED_AT_MOST:
            _versions.clear()
        _versions[pk] = FormVersion.objects.get(pk=pk)
    return _versions[pk]
