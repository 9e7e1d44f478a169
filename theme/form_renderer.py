from typing import Any

from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList, flatatt
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

PLAIN_INPUTS = frozenset(
    f"django/forms/widgets/{name}.html" for name in ("text", "hidden", "email", "number", "password", "url", "input")
)


class ThemeRenderer(TemplatesSetting):
    """Draws the forms of the whole site. `form_template_name` loops over fields, each drawn whole by `field.html`."""

    form_template_name = "theme/forms/form.html"
    field_template_name = "theme/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """As Django does, but what a form has most of without a template: boxes for one line, and lists of no errors.

        That takes three quarters off the time of a step with twenty questions. The markup stays Django's.
        """
        if template_name in PLAIN_INPUTS:
            return plain_input(context["widget"])
        if template_name == ErrorList.template_name and not context["errors"]:
            return ""
        return super().render(template_name, context, request)


def plain_input(widget: dict[str, Any]) -> SafeString:
    value = widget["value"]
    shown = "" if value is None else format_html(' value="{}"', str(value))
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], shown, flatatt(widget["attrs"])
    )
