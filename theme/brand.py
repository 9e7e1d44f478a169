"""Whose site this is, for the templates: read from the database once in ten seconds, by process and host."""

import time
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Site

from .models import BrandSettings

SECONDS_KEPT = 10
HOSTS_AT_MOST = 100
LOGO_SIZE = "max-600x160"
_kept: dict[str, tuple[float, "Brand"]] = {}


@dataclass(frozen=True, slots=True)
class Logo:
    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Brand:
    name_ja: str
    name_en: str = ""
    operator: str = ""
    contact: str = ""
    logo: Logo | None = None
    colours_url: str = ""
    """Of the style sheet with the colours; empty where none is set."""

    @property
    def itself(self) -> "Brand":
        """The brand, where a template holds a lazy one: what kept parts of a page vary by."""
        return self

    @property
    def site_name(self) -> str:
        """In the language of the reader."""
        is_english = (get_language() or "").startswith("en")
        return (is_english and self.name_en) or self.name_ja


def brand_of(request: HttpRequest | None) -> Brand:
    """Of the site that `request` is for, of the default one outside a request."""
    host = request.get_host() if request else ""
    expires_at, brand = _kept.get(host, (0.0, None))
    if brand is None or time.monotonic() >= expires_at:
        brand = read_brand(
            Site.find_for_request(request) if request else Site.objects.filter(is_default_site=True).first()
        )
        if len(_kept) >= HOSTS_AT_MOST:
            _kept.clear()
        _kept[host] = (time.monotonic() + SECONDS_KEPT, brand)
    return brand


def read_brand(site: Site | None) -> Brand:
    found = BrandSettings.objects.select_related("logo").filter(site=site).first() if site else None
    if found is None:
        return Brand(settings.WAGTAIL_SITE_NAME)
    return Brand(
        name_ja=found.name_ja or settings.WAGTAIL_SITE_NAME,
        name_en=found.name_en,
        operator=found.operator,
        contact=found.contact,
        logo=logo_of(found.logo) if found.logo else None,
        colours_url=reverse("theme:colours", args=[found.colour[1:].lower()]) if found.colour else "",
    )


def logo_of(image: Any) -> Logo | None:
    """None where the file itself is gone: a missing picture must not stop every page."""
    try:
        rendition = image.get_rendition(LOGO_SIZE)
    except OSError:
        return None
    return Logo(rendition.url, rendition.width, rendition.height)


def forget(**signal: Any) -> None:
    """After a change; other processes follow within `SECONDS_KEPT`."""
    _kept.clear()
