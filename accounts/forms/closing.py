from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import User
from .entrance import password_field
from .sentences import ask_for


class ClosingForm(forms.Form):
    """The password of `user`, if there is one, and a tick that says it is meant."""

    is_meant = forms.BooleanField(label=_("I have read what stays and what goes. I close my account."))
    is_meant.error_messages["required"] = _("Tick the box to close your account.")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if user.has_usable_password():
            self.fields["password"] = password_field(_("Password"))
            self.fields["password"].error_messages["required"] = ask_for(_("Password"))
            self.order_fields(["password", "is_meant"])

    def clean_password(self) -> str:
        """Counted like every other question for the password, so that it cannot be guessed here."""
        password = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, password):
            raise ValidationError(_("The password is not correct."))
        return str(password)
