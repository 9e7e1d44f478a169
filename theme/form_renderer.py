from typing import Any

from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.http import HttpRequest

from .form_markup import WIDGETS, field_group


class ThemeRenderer(TemplatesSetting):
    """Draws the forms of the whole site: by templates, but for what `form_markup` draws faster."""

    form_template_name = "theme/forms/form.html"
    field_template_name = "theme/forms/field"
    """Not a template: `form_markup.field_group`."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        if template_name == self.field_template_name:
            return field_group(context["field"])
        if template_name in WIDGETS:
            return WIDGETS[template_name](context["widget"])
        if template_name == ErrorList.template_name and not context["errors"]:
            return ""
        return super().render(template_name, context, request)
