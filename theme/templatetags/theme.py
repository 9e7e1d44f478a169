"""Tags and filters of the look. They know words and shapes, no model."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from django import template
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

WEEKDAYS = "月火水木金土日"
TONES = {
    "arrived": "blue",
    "in_review": "blue",
    "awaiting_decision": "blue",
    "correction_requested": "orange",
    "granted": "green",
    "accepted": "green",
    "open": "green",
    "clean": "green",
    "refused": "red",
    "returned": "red",
    "infected": "red",
    "failed": "red",
    "overdue": "red",
    "closing_soon": "orange",
    "unread": "orange",
}
"""The colour of a state; any other is grey. The label always says it in words too."""
ALERTS = {"debug": "info", "info": "info", "success": "success", "warning": "warning", "error": "error"}
COLON = {True: "：", False: ": "}
SIZES = ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB"))


@register.simple_tag
def status_badge(state: object, label: object) -> SafeString:
    return format_html('<span class="status status--{}">{}</span>', TONES.get(str(state), "grey"), label)


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """A decorative picture from the sprite: hidden from screen readers, so words must stand beside it."""
    return _icon(name, css_class, static("theme/img/icons.svg"))


@cache
def _icon(name: str, css_class: str, sprite: str) -> SafeString:
    classes = f"icon {css_class}".strip()
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>', classes, sprite, name)


@register.filter
def notice_icon(kind: str) -> str:
    return ALERTS.get(kind, "info")


@register.filter
def error_links(errors: BaseForm | list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(message, id of the place) of every error of a form, in the order of its fields; a list stays as it is."""
    return list(_errors_of(errors)) if isinstance(errors, BaseForm) else errors


@register.filter
def beside(row: list[object], head: list[object]) -> list[tuple[object, object]]:
    return list(zip(head, row, strict=False))


@register.simple_tag
def date_ja(value: date | datetime | None) -> str:
    """2026年11月23日（月）, in English Monday, 23 November 2026. Times are first moved to the site's zone."""
    if value is None or value == "":
        return ""
    day = _local(value) if isinstance(value, datetime) else value
    if not _is_japanese():
        return f"{day:%A}, {day.day} {day:%B} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）"


@register.simple_tag
def datetime_ja(value: datetime | None) -> str:
    """To the second, as an arrival is recorded: 2026年11月23日（月）14時03分05秒."""
    if value is None or value == "":
        return ""
    moment = _local(value)
    if not _is_japanese():
        return f"{moment.day} {moment:%B} {moment.year}, {moment:%H:%M:%S}"
    return f"{date_ja(moment)}{moment:%H時%M分%S秒}"


@register.simple_tag
def bytes_ja(number: int | None) -> str:
    """1.5MB; whole numbers without a fraction."""
    if number is None:
        return ""
    for unit, name in SIZES:
        if number >= unit:
            return f"{number / unit:.1f}".removesuffix(".0") + name
    return f"{number}B" if not _is_japanese() else f"{number}バイト"


@register.inclusion_tag("theme/components/breadcrumb.html")
def breadcrumb(*labels_and_urls: object) -> dict[str, object]:
    """``{% breadcrumb "Home" "/" "Procedures" "/procedures/" "This page" %}``: the last has no address."""
    return {"items": list(_pairs(list(labels_and_urls)))}


def _errors_of(form: BaseForm) -> Iterator[tuple[str, str]]:
    yield from ((str(message), "") for message in form.non_field_errors())
    for field in form:
        place = "" if field.is_hidden else field.auto_id
        row = getattr(field.field, "place", "")
        for message in field.errors:
            named = _with_label(str(field.label), str(message))
            yield (f"{row}{COLON[_is_japanese()]}{named}" if row else named), place


def _with_label(label: str, message: str) -> str:
    """The label first, unless the sentence names it itself."""
    return message if label in message else f"{label}{COLON[_is_japanese()]}{message}"


def _pairs(parts: list[object]) -> Iterator[tuple[object, object]]:
    for index in range(0, len(parts), 2):
        yield parts[index], parts[index + 1] if index + 1 < len(parts) else ""


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _is_japanese() -> bool:
    return (get_language() or "ja").startswith("ja")
