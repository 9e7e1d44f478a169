"""A procedure as lists show it, in the words of the theme's card."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .frame import lang_attribute
from .places import with_places

if TYPE_CHECKING:
    from .models import ProcedurePage


def cards(pages: "Iterable[ProcedurePage]", request: HttpRequest) -> list[dict[str, Any]]:
    return [card(page, request) for page in with_places(pages)]


def card(page: "ProcedurePage", request: HttpRequest) -> dict[str, Any]:
    opening = page.opening
    return {
        "lang": lang_attribute(page.locale.language_code),
        "title": page.title,
        "url": page.get_url(request),
        "text": page.summary,
        "kind": page.get_kind_display(),
        "state": opening.tone,
        "state_label": opening.label,
        "meta": [
            (_("Who may apply"), page.applicants),
            (_("Acceptance period"), opening.period),
            (
                _("Responsible office"),
                format_html("<span{}>{}</span>", lang_attribute(settings.LANGUAGE_CODE), page.department.name),
            ),
        ],
    }
