"""What an author may add for people who read little Japanese. Shown to those who asked for it (`theme.reading`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from ..blocks import RICH_PAGE
from ..readings import check_readings


def easy_guidance_field() -> RichTextField:
    return RichTextField(
        _("guidance in easy Japanese"),
        features=RICH_PAGE,
        blank=True,
        help_text=_("Short sentences and easy words, for those who ask for them. Furigana come by themselves."),
    )


def readings_field() -> "models.TextField[str, str]":
    return models.TextField(
        _("readings of words"),
        blank=True,
        validators=[check_readings],
        help_text=_("For furigana: one word on each line with its reading, such as 埋蔵文化財 まいぞうぶんかざい."),
    )
