from typing import Any

from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.http import HttpRequest


class ThemeRenderer(TemplatesSetting):
    """Draws the forms of the whole site. `form_template_name` loops over fields, each drawn whole by `field.html`."""

    form_template_name = "theme/forms/form.html"
    field_template_name = "theme/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Skips the list of errors of a field without any: Django draws one for every field of a form."""
        if template_name == ErrorList.template_name and not context["errors"]:
            return ""
        return super().render(template_name, context, request)
