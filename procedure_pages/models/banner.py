from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ..enums import BannerLevel

ADDRESS = RegexValidator(
    r"^(/(?![/\\])|https://)", _("Write an address of this site that begins with /, or one that begins with https://.")
)


class Banner(models.Model):
    """A sentence above every public page for a while: a typhoon, a breakdown, planned maintenance."""

    level = models.CharField(_("level"), max_length=10, choices=BannerLevel.choices, default=BannerLevel.WARNING)
    text = models.CharField(_("text"), max_length=200)
    link = models.CharField(_("link"), max_length=200, blank=True, validators=[ADDRESS])
    link_text = models.CharField(_("text of the link"), max_length=60, blank=True)
    text_en = models.CharField(
        _("text in English"), max_length=300, blank=True, help_text=_("Without it, English readers see the Japanese.")
    )
    link_text_en = models.CharField(_("text of the link in English"), max_length=100, blank=True)
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)

    panels: ClassVar[list[object]] = [
        FieldPanel("level"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("link"), FieldPanel("link_text")]),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When it is shown")),
        MultiFieldPanel([FieldPanel("text_en"), FieldPanel("link_text_en")], heading=_("In English")),
    ]

    class Meta:
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The banner ends before it begins. Set a later time.")})
        if self.link and not self.link_text:
            raise ValidationError({"link_text": _("Write what the link leads to.")})

    @property
    def is_shown(self) -> bool:
        """Whether readers see it now."""
        now = timezone.now()
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)
