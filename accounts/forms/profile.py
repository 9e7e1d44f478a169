"""The items of a profile as form fields, in the customer's order and with the customer's required marks."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..enums import ProfileKind, Sex
from ..fields import AddressPartsField, DatePartsField, KanaField, LineField, MailField, PostalCodeField, TelephoneField
from ..models import ApplicantProfile
from ..profile_items import ITEMS, Item
from ..widgets import DatePartsWidget
from .sentences import ask_for

NAME_HELP = _("Put a space between family name and given name, for example 山田　太郎.")
KANA_HELP = _("Hiragana and half-width letters are converted to katakana.")
DATE_HELP = _("For example 1980 / 4 / 1. The year may also be typed as 昭和55 or S55.")
POSTAL_HELP = _("7 digits, for example 540-8570. The hyphen may be left out.")
PHONE_HELP = _("For example 06-1234-5678. Hyphens may be left out.")
MAIL_HELP = _("We send a confirmation code to this address.")
SEX_HELP = _("You need not answer. It fills in forms that ask for it.")


def _name(kind: str, **common: Any) -> forms.Field:
    if kind == ProfileKind.BUSINESS:
        return _line("organization", **common)
    return _line("name", help_text=NAME_HELP, **common)


def _line(autocomplete: str = "", **common: Any) -> forms.Field:
    attrs = {"autocomplete": autocomplete} if autocomplete else {}
    return LineField(widget=forms.TextInput(attrs=attrs), **common)


def _sex(kind: str, **common: Any) -> forms.Field:
    return forms.ChoiceField(widget=forms.RadioSelect, choices=Sex.choices, help_text=SEX_HELP, **common)


def _birth_date(kind: str, **common: Any) -> forms.Field:
    return DatePartsField(is_past=True, widget=DatePartsWidget(autocomplete="bday"), help_text=DATE_HELP, **common)


def _postal_code(kind: str, **common: Any) -> forms.Field:
    attrs = {"autocomplete": "postal-code", "inputmode": "numeric", "class": "width-s"}
    return PostalCodeField(widget=forms.TextInput(attrs=attrs), help_text=POSTAL_HELP, **common)


def _phone(kind: str, **common: Any) -> forms.Field:
    attrs = {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}
    return TelephoneField(widget=forms.TextInput(attrs=attrs), help_text=PHONE_HELP, **common)


FIELDS: dict[str, Callable[..., forms.Field]] = {
    "name": _name,
    "name_kana": lambda kind, **common: KanaField(help_text=KANA_HELP, **common),
    "sex": _sex,
    "birth_date": _birth_date,
    "postal_code": _postal_code,
    "address": lambda kind, **common: AddressPartsField(**common),
    "representative_name": lambda kind, **common: _line(**common),
    "representative_kana": lambda kind, **common: KanaField(help_text=KANA_HELP, **common),
    "department": lambda kind, **common: _line(**common),
    "contact_name": lambda kind, **common: _line("name", help_text=NAME_HELP, **common),
    "contact_birth_date": _birth_date,
    "phone": _phone,
    "email": lambda kind, **common: MailField(max_length=254, help_text=MAIL_HELP, **common),
}
CHOSEN = {"sex"}


def field_of(item: Item, kind: str) -> forms.Field:
    label: str | Promise = item.label
    field = FIELDS[item.name](kind, label=label, required=item.is_required)
    field.error_messages["required"] = ask_for(label, is_choice=item.name in CHOSEN)
    return field


def profile_fields(kind: str) -> dict[str, forms.Field]:
    return {item.name: field_of(item, kind) for item in ITEMS[kind]}


class ProfileForm(forms.Form):
    """Changes a profile. The e-mail address is changed elsewhere, where it is confirmed."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, profile: ApplicantProfile) -> None:
        fields = profile_fields(profile.kind)
        del fields["email"]
        super().__init__(data, initial={name: getattr(profile, name) for name in fields})
        self.fields.update(fields)
