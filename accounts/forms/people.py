"""Who belongs to a profile: one more profile, an invitation, its acceptance."""

from typing import Any

from allauth.account.forms import SignupForm
from django import forms
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..client import client_of
from ..enums import MemberRole
from ..fields import LineField
from ..member_actions import register_login
from ..models import User
from ..profile_items import ITEMS
from ..queries import current_terms
from .consent import ConsentMixin
from .entrance import mail_field
from .profile import NAME_HELP, profile_fields
from .registration import login_id_field, new_password_field
from .sentences import ask_for


class NewProfileForm(forms.Form):
    """The items of a profile but the e-mail address: the login's confirmed one is taken."""

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = profile_fields(kind)
        del fields["email"]
        self.fields.update({item.name: fields[item.name] for item in ITEMS[kind] if item.name in fields})


def _explained(role: MemberRole) -> str:
    return format_html("{}：{}", role.label, role.explanation)


_explained_lazily = lazy(_explained, str)
ROLES = [(role.value, _explained_lazily(role)) for role in (MemberRole.CLERK, MemberRole.READER, MemberRole.MANAGER)]


class InviteForm(forms.Form):
    email = mail_field(
        _("E-mail address of the new member"), _("We send a link there. It can be used once, within 7 days.")
    )
    role = forms.ChoiceField(label=_("Role"), choices=ROLES, widget=forms.RadioSelect)

    role.error_messages["required"] = ask_for(_("Role"), is_choice=True)


class JoinForm(forms.Form):
    """By which name colleagues, and the office, know who did something."""

    name = LineField(
        label=_("Your name"),
        help_text=NAME_HELP,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    name.error_messages["required"] = ask_for(_("Your name"))


class MemberRegistrationForm(ConsentMixin, SignupForm):
    """A login for somebody who was invited: no profile of their own, so nothing about them is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = mail_field(_("E-mail address"), _("We send a confirmation code to this address."))
        self.fields["username"] = login_id_field()
        self.fields["password1"] = new_password_field(_("Password"))
        self.order_fields(["email", "username", "password1"])
        self.ask_consent(current_terms())

    @property
    def login_boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in ("email", "username", "password1")]

    def save(self, request: HttpRequest) -> User:
        """Called by allauth when the address is not yet in use."""
        values = self.cleaned_data
        return register_login(
            username=values["username"],
            email=values["email"],
            password=values["password1"],
            terms=self.terms,
            client=client_of(request),
        )
