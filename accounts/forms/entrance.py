"""allauth's forms with the portal's words: one password box instead of two, nothing in placeholders."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..email_change import DAYS, stop_path
from ..fields import CodeField, MailField
from ..mails import address_of, send_account_mail
from .registration import SHOW, new_password_field
from .sentences import ask_for


def password_field(label: Any) -> forms.CharField:
    attrs = {"autocomplete": "current-password", "data-show": SHOW}
    field = forms.CharField(label=label, strip=False, widget=forms.PasswordInput(attrs=attrs))
    field.error_messages["required"] = ask_for(label)
    return field


def mail_field(label: Any, help_text: Any = "") -> MailField:
    field = MailField(label=label, max_length=254, help_text=help_text)
    field.error_messages["required"] = ask_for(label)
    return field


def code_field() -> CodeField:
    label = _("Confirmation code")
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "width-m"}
    field = CodeField(
        label=label, max_length=40, widget=forms.TextInput(attrs=attrs), help_text=_("For example 1234-5678.")
    )
    field.error_messages["required"] = ask_for(label)
    return field


class LoginForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = _("Login ID or e-mail address")
        attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"] = CodeField(label=label, max_length=254, widget=forms.TextInput(attrs=attrs))
        self.fields["login"].error_messages["required"] = ask_for(label)
        self.fields["password"] = password_field(_("Password"))
        self.order_fields(["login", "password"])

    def user_credentials(self) -> dict[str, Any]:
        """The login once: allauth would check the password of a known address twice, which can be measured."""
        credentials: dict[str, Any] = super().user_credentials()
        return {name: value for name, value in credentials.items() if name != "email"}


class NewPasswordMixin:
    """One new password, typed once."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def ask_once(self) -> None:
        new, self.fields["password1"] = self.fields.pop("password1"), new_password_field(_("New password"))
        del self.fields["password2"]
        self.new_password = new

    def clean_password1(self) -> str:
        return str(self.new_password.clean(self.cleaned_data["password1"]))


class ChangePasswordForm(NewPasswordMixin, allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = password_field(_("Current password"))
        self.ask_once()


class SetPasswordForm(NewPasswordMixin, allauth_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class ResetPasswordKeyForm(NewPasswordMixin, allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = mail_field(_("E-mail address"), _("The address that you registered."))


class AddEmailForm(allauth_forms.AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = mail_field(_("New e-mail address"), _("We send a confirmation code to this address."))

    def save(self, request: HttpRequest) -> Any:
        """The present address learns at once that a change was asked for, and how to stop it."""
        address = super().save(request)
        stop_url = address_of(self.user, stop_path(self.user, self.user.email))
        send_account_mail("email_change_asked", to=self.user.email, context={"stop_url": stop_url, "days": DAYS})
        return address


class ChangeEmailForm(allauth_forms.ChangeEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = mail_field(_("Correct e-mail address"))


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Password"))


class ConfirmEmailForm(allauth_forms.ConfirmEmailVerificationCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class ConfirmResetForm(allauth_forms.ConfirmPasswordResetCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()
