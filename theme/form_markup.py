"""The parts of a form that a page holds by the dozen, drawn without templates.

A step with twenty questions is the busiest page of the site while thousands fill it in at once. Drawn here, its
questions take a quarter of the time that templates need.
"""

from collections.abc import Callable
from typing import Any

from django.forms import BoundField, CheckboxInput
from django.forms.utils import flatatt
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

NOTHING = mark_safe("")


def field_group(field: BoundField) -> SafeString:
    """Label with its mark, help, control and errors; a fieldset where the control has several boxes."""
    errors = field.errors
    is_tick = isinstance(field.field.widget, CheckboxInput)
    draw = tick if is_tick else fieldset if field.use_fieldset else labelled
    return format_html(
        '<div class="field{}{}">{}</div>',
        " field--tick" if is_tick else "",
        " is-wrong" if errors else "",
        draw(field, help_of(field), errors_of(field, errors)),
    )


def labelled(field: BoundField, help_text: SafeString, errors: SafeString) -> SafeString:
    return format_html(
        '<label class="field__label" for="{}">{}{}</label>{}<div class="field__control">{}</div>{}',
        field.id_for_label,
        field.label,
        badge_of(field),
        help_text,
        field.as_widget(),
        errors,
    )


def fieldset(field: BoundField, help_text: SafeString, errors: SafeString) -> SafeString:
    described = field.aria_describedby
    return format_html(
        '<fieldset{}><legend class="field__label">{}{}</legend>{}<div class="field__control">{}</div>{}</fieldset>',
        format_html(' aria-describedby="{}"', described) if described else NOTHING,
        field.label,
        badge_of(field),
        help_text,
        field.as_widget(),
        errors,
    )


def tick(field: BoundField, help_text: SafeString, errors: SafeString) -> SafeString:
    return format_html(
        '<label class="choice">{}<span>{}{}</span></label>{}{}',
        field.as_widget(),
        field.label,
        badge_of(field),
        help_text,
        errors,
    )


def badge_of(field: BoundField) -> SafeString:
    if field.field.disabled:
        return format_html('<span class="badge badge--locked">{}</span>', _("Cannot be edited"))
    if field.field.required:
        return format_html('<span class="badge badge--required">{}</span>', _("(required)"))
    return format_html('<span class="badge">{}</span>', _("(optional)"))


def help_of(field: BoundField) -> SafeString:
    if not field.help_text:
        return NOTHING
    words = linebreaksbr(str(field.help_text))
    return format_html('<div class="field__help" id="{}_helptext">{}</div>', field.auto_id, words)


def errors_of(field: BoundField, errors: Any) -> SafeString:
    if not errors:
        return NOTHING
    sentences = format_html_join("", '<p class="field__error">＊{}</p>', ((error,) for error in errors))
    return format_html('<div id="{}_error">{}</div>', field.auto_id, sentences)


def line(widget: dict[str, Any]) -> SafeString:
    """A box for one line, as Django marks it up."""
    value = widget["value"]
    shown = NOTHING if value is None else format_html(' value="{}"', str(value))
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], shown, flatatt(widget["attrs"])
    )


def textarea(widget: dict[str, Any]) -> SafeString:
    """A box for several lines, as Django marks it up."""
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>', widget["name"], flatatt(widget["attrs"]), widget["value"] or ""
    )


def choices(widget: dict[str, Any]) -> SafeString:
    """Radio buttons or boxes to tick; the attribute class ``choices--boxed`` draws a box around each."""
    attrs = widget["attrs"]
    return format_html(
        '<div class="choices{}"{}>{}</div>',
        f" {attrs['class']}" if attrs.get("class") else "",
        flatatt({"id": attrs["id"]} if attrs.get("id") else {}),
        format_html_join("", "{}{}", (group_of(group, options) for group, options, _index in widget["optgroups"])),
    )


def group_of(group: str | None, options: list[dict[str, Any]]) -> tuple[SafeString, SafeString]:
    title = format_html('<p class="choices__group">{}</p>', group) if group else NOTHING
    return title, format_html_join("", '<label class="choice">{}<span>{}</span></label>', map(option_of, options))


def option_of(option: dict[str, Any]) -> tuple[SafeString, str]:
    attrs = {name: value for name, value in option["attrs"].items() if name != "class"}
    value = NOTHING if option["value"] is None else format_html(' value="{}"', str(option["value"]))
    box = format_html('<input type="{}" name="{}"{}{}>', option["type"], option["name"], value, flatatt(attrs))
    return box, option["label"]


LINES = ("text", "hidden", "email", "number", "password", "url", "input")
WIDGETS: dict[str, Callable[[dict[str, Any]], SafeString]] = {
    **{f"django/forms/widgets/{name}.html": line for name in LINES},
    "django/forms/widgets/textarea.html": textarea,
    "theme/widgets/choices.html": choices,
}
"""By the name of the template that each of them stands for."""
