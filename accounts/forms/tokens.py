from django import forms
from django.utils.translation import gettext_lazy as _

from ..fields import LineField
from .sentences import ask_for


class TokenForm(forms.Form):
    name = LineField(
        label=_("Name of the token"),
        max_length=100,
        help_text=_("What you will use it for, for example the name of your software."),
    )

    name.error_messages["required"] = ask_for(_("Name of the token"))
