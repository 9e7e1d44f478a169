"""The banners above every public page, from a cache: no page pays a query for them."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from .enums import BannerLevel
from .frame import lang_attribute
from .models.banner import Banner

KEY = "procedure_pages.banners"
SECONDS = 30
"""How late another process learns of a change."""
URGENCY = list(BannerLevel)


class Line(NamedTuple):
    """A banner in the language of the reader; `lang` marks it if there is none in that language."""

    level: str
    label: str
    text: str
    link: str
    link_text: str
    lang: str


def shown_banners() -> list[Line]:
    """The most urgent first."""
    now = timezone.now()
    return [_line(banner) for banner in _kept(now) if banner.is_shown]


def forget_banners() -> None:
    """After a change: at once in this process, within `SECONDS` in the others."""
    transaction.on_commit(partial(cache.delete, KEY))


def _kept(now: datetime) -> list[Banner]:
    banners: list[Banner] | None = cache.get(KEY)
    if banners is None:
        found = Banner.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now))
        banners = sorted(found, key=lambda banner: URGENCY.index(BannerLevel(banner.level)))
        cache.set(KEY, banners, SECONDS)
    return banners


def _line(banner: Banner) -> Line:
    label = str(BannerLevel(banner.level).label)
    if get_language() == "en" and banner.text_en:
        return Line(banner.level, label, banner.text_en, banner.link, banner.link_text_en or banner.link_text, "")
    return Line(banner.level, label, banner.text, banner.link, banner.link_text, lang_attribute("ja"))
