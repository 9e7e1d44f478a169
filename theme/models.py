from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string

from .validators import validate_brand_colour


@register_setting(icon="view")
class BrandSettings(BaseSiteSetting):
    """What a municipality makes its own without touching code. Every field may stay empty. Read through `brand`."""

    name_ja = models.CharField(
        _("name of the site (Japanese)"),
        max_length=60,
        blank=True,
        help_text=_("Stands in the header, in titles, in mails and on receipts."),
    )
    name_en = models.CharField(
        _("name of the site (English)"),
        max_length=80,
        blank=True,
        help_text=_("For visitors who chose English. Empty: the Japanese name."),
    )
    operator = models.CharField(
        _("operated by"), max_length=80, blank=True, help_text=_("Stands in the footer and at the end of mails.")
    )
    contact = models.CharField(
        _("contact line"),
        max_length=200,
        blank=True,
        help_text=_("Stands in the footer: address, telephone, hours, on one line."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands beside the name. Empty: the mark of the portal."),
    )
    colour = models.CharField(
        _("primary colour"),
        max_length=7,
        blank=True,
        validators=[validate_brand_colour],
        help_text=_("For example #0017c1. Buttons, links and tints follow from it. Empty: blue."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name_ja"), FieldPanel("name_en")], heading=_("Name")),
        MultiFieldPanel([FieldPanel("operator"), FieldPanel("contact")], heading=_("Operator")),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("colour")], heading=_("Look")),
    ]

    class Meta:
        verbose_name = _("name and look of the site")
