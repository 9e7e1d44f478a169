from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.forms import SignupForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..actions import register_applicant
from ..client import client_of
from ..enums import ProfileKind
from ..fields import CodeField
from ..models import User
from ..profile_items import ITEMS
from ..queries import current_terms
from .consent import ConsentMixin
from .profile import profile_fields
from .sentences import ask_for

USERNAME_LENGTHS = (4, 150)
SHOW = _("Show the password")


class RegistrationForm(ConsentMixin, SignupForm):
    """Profile, login ID, password and consent on one page; allauth keeps the rules of the login."""

    kind: ClassVar[str]

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.fields.update(profile_fields(self.kind))
        self.fields["username"] = login_id_field()
        self.fields["password1"] = new_password_field(_("Password"))
        self.order_fields([*(item.name for item in ITEMS[self.kind]), "username", "password1"])
        self.ask_consent(current_terms())

    @property
    def profile_boxes(self) -> list[forms.BoundField]:
        return [self[item.name] for item in ITEMS[self.kind]]

    @property
    def login_boxes(self) -> list[forms.BoundField]:
        return [self["username"], self["password1"]]

    def save(self, request: HttpRequest) -> User:
        """Called by allauth when the address is not yet in use. LoginIdTaken if the login ID is, since a moment."""
        values = self.cleaned_data
        return register_applicant(
            self.kind,
            username=values["username"],
            email=values["email"],
            password=values["password1"],
            values={item.name: values[item.name] for item in ITEMS[self.kind]},
            terms=self.terms,
            client=client_of(request),
        )


class IndividualForm(RegistrationForm):
    kind = ProfileKind.INDIVIDUAL


class BusinessForm(RegistrationForm):
    kind = ProfileKind.BUSINESS


def login_id_field() -> CodeField:
    label, (shortest, longest) = _("Login ID"), USERNAME_LENGTHS
    field = CodeField(
        label=label,
        min_length=shortest,
        max_length=longest,
        help_text=_("4 characters or more: letters, digits and the signs . _ - . You will log in with it."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field.error_messages["required"] = ask_for(label)
    return field


def new_password_field(label: Any) -> forms.CharField:
    field = forms.CharField(
        label=label,
        strip=False,
        help_text=_("10 characters or more, not only digits, not a common word. It may be pasted."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "data-show": SHOW}),
    )
    field.error_messages["required"] = ask_for(label)
    return field
