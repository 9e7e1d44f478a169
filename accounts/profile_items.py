"""The items of a profile (利用者情報) and which of them are required: the customer's list, word for word.

個人: 氏名※, 氏名カナ※, 性別, 生年月日※, 郵便番号, 住所, 電話番号※, メールアドレス※
事業者: 法人名／事業者名※, 郵便番号, 所在地, 代表者名, 代表者名カナ, 担当部署, 担当者名※, 担当者生年月日,
連絡先電話番号※, メールアドレス※
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .enums import ProfileKind, Sex
from .japanese.eras import both_calendars
from .models import ApplicantProfile

ADDRESS_PARTS = ("prefecture", "city", "street", "building")


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    """The attribute of `ApplicantProfile`; ``address`` stands for `ADDRESS_PARTS`."""
    label: str | Promise
    is_required: bool = False


INDIVIDUAL = (
    Item("name", _("Full name"), is_required=True),
    Item("name_kana", _("Full name in katakana"), is_required=True),
    Item("sex", _("Sex")),
    Item("birth_date", _("Date of birth"), is_required=True),
    Item("postal_code", _("Postal code")),
    Item("address", _("Home address")),
    Item("phone", _("Telephone number"), is_required=True),
    Item("email", _("E-mail address"), is_required=True),
)
BUSINESS = (
    Item("name", _("Name of the corporation or business"), is_required=True),
    Item("postal_code", _("Postal code")),
    Item("address", _("Business address")),
    Item("representative_name", _("Name of the representative")),
    Item("representative_kana", _("Name of the representative in katakana")),
    Item("department", _("Department of the business")),
    Item("contact_name", _("Name of the person in charge"), is_required=True),
    Item("contact_birth_date", _("Date of birth of the person in charge")),
    Item("phone", _("Contact telephone number"), is_required=True),
    Item("email", _("E-mail address"), is_required=True),
)
ITEMS: dict[str, tuple[Item, ...]] = {ProfileKind.INDIVIDUAL: INDIVIDUAL, ProfileKind.BUSINESS: BUSINESS}


def shown_items(profile: ApplicantProfile) -> list[tuple[str | Promise, str]]:
    """Label and value of every item, as a person reads them; an empty text where there is none."""
    return [(item.label, _shown(profile, item.name)) for item in ITEMS[profile.kind]]


def _shown(profile: ApplicantProfile, name: str) -> str:
    if name == "address":
        return " ".join(filter(None, (f"{profile.prefecture}{profile.city}{profile.street}", profile.building)))
    value = getattr(profile, name)
    if name == "sex":
        return str(Sex(value).label) if value else ""
    return both_calendars(value) if isinstance(value, date) else str(value or "")


def assign_items(profile: ApplicantProfile, values: Mapping[str, Any]) -> None:
    """Sets the items of `profile_items` that `values` has; saves nothing."""
    for item in ITEMS[profile.kind]:
        if item.name == "address" and "address" in values:
            for part in ADDRESS_PARTS:
                setattr(profile, part, values["address"].get(part, ""))
        elif item.name in values:
            setattr(profile, item.name, values[item.name])
