"""allauth's forms of two-step authentication with the portal's words."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from ..fields import CodeField, LineField
from .sentences import ask_for


def code_box(label: Any, help_text: Any) -> CodeField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "width-m"}
    field = CodeField(label=label, max_length=40, widget=forms.TextInput(attrs=attrs), help_text=help_text)
    field.error_messages["required"] = ask_for(label)
    return field


def name_box() -> LineField:
    label = _("Name of the passkey")
    field = LineField(label=label, max_length=60, help_text=_("For example: my phone, PC at the office."))
    field.error_messages["required"] = ask_for(label)
    return field


class AuthenticateForm(base.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("The 6 digits of the authenticator app, or one of your recovery codes (8 digits).")
        self.fields["code"] = code_box(_("Code"), help_text)


class ReauthenticateCodeForm(base.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("The 6 digits of the authenticator app, or one of your recovery codes (8 digits).")
        self.fields["code"] = code_box(_("Code"), help_text)


class ActivateTOTPForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_box(_("Code of the app"), _("The 6 digits that the app shows now."))


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Always a key that logs in by itself, with the fingerprint, face or PIN of the device."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_box()
        self.fields["name"].required = False
        self.fields["credential"].error_messages["required"] = _("The passkey was not made. Press the button again.")


class EditPasskeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_box()
