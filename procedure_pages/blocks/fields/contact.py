"""Who somebody is, where they can be reached, and where money is sent."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..questions import QuestionBlock, autocomplete_block, prefill_block
from .settings import CONTACT


class NameBlock(QuestionBlock):
    OPTIONS = ("kana_required",)
    kana_required = blocks.BooleanBlock(
        label=_("The furigana is required too"),
        required=False,
        default=True,
        help_text=_("Where businesses are asked, it may stay empty."),
    )
    autocomplete = autocomplete_block("name", "organization")
    prefill = prefill_block("name_pair", "representative_pair")

    class Meta:
        label = _("Name with furigana")
        icon = "user"
        group = CONTACT


class AddressBlock(QuestionBlock):
    autocomplete = autocomplete_block("street-address")
    prefill = prefill_block("address")

    class Meta:
        label = _("Postal address")
        icon = "home"
        group = CONTACT


class TelephoneBlock(QuestionBlock):
    autocomplete = autocomplete_block("tel")
    prefill = prefill_block("phone")

    class Meta:
        label = _("Telephone number")
        icon = "mobile-alt"
        group = CONTACT


class EmailBlock(QuestionBlock):
    autocomplete = autocomplete_block("email")
    prefill = prefill_block("email")

    class Meta:
        label = _("E-mail")
        icon = "mail"
        group = CONTACT


class BankBlock(QuestionBlock):
    sensitive = blocks.BooleanBlock(
        label=_("Sensitive"),
        required=False,
        default=True,
        help_text=_("Hidden from staff until they open it, which is recorded."),
    )

    class Meta:
        label = _("Bank account")
        icon = "tag"
        group = CONTACT
