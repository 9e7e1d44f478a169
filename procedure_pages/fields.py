"""A field that keeps several of a fixed set of words."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField


class ChosenField(ArrayField):
    """Several of the choices of its base field, ticked in a form, in the order of the choices."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        given = {name: value for name, value in kwargs.items() if name not in ("form_class", "widget")}
        return forms.MultipleChoiceField(
            choices=self.base_field.choices or (),
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
            **given,
        )
