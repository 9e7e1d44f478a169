"""What stands around the content of a page: where it is, its language, its translations."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from .navigation import breadcrumb


def frame_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """`lang` marks content in another language than the words around it; the rest is empty without translations.

    `office_lang` marks what is Japanese everywhere: the names and addresses of offices. `translations` are full
    addresses by language, `edition` is this page in the reader's language if it is in another,
    `switch_url` where the switch of the language leads.
    """
    editions = [] if page.pk is None else list(_editions(page))
    own = next((edition.locale.language_code for edition in editions if edition.pk == page.pk), None)
    language = own or page.locale.language_code
    published = {edition.locale.language_code: edition for edition in editions if edition.live}
    reader, other = _languages()
    return {
        "breadcrumb": breadcrumb(page, request),
        "lang": lang_attribute(language),
        "office_lang": lang_attribute(settings.LANGUAGE_CODE),
        "translations": _addresses(published, request) if len(published) > 1 else {},
        "edition": published[reader].get_url(request) if reader != language and reader in published else "",
        "switch_url": published[other].get_url(request) if other in published else "",
    }


def lang_attribute(language: str) -> SafeString | str:
    """For screen readers; empty if the whole page is in `language`."""
    return format_html(' lang="{}"', language) if language != _reader() else ""


def _editions(page: Page) -> "QuerySet[Page]":
    return Page.objects.filter(translation_key=page.translation_key).select_related("locale").order_by("locale")


def _addresses(editions: dict[str, Page], request: HttpRequest) -> dict[str, str]:
    return {language: edition.get_full_url(request) or "" for language, edition in editions.items()}


def _languages() -> tuple[str, str]:
    """The language of the words around the content, and the one that the switch leads to."""
    reader = _reader()
    return reader, next(code for code, _name in settings.LANGUAGES if code != reader)


def _reader() -> str:
    """Without the variant: easy Japanese is Japanese."""
    return (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
