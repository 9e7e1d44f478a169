"""What every question of a form has in common in the editor."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .folded import FoldedBlock
from .previewed import PreviewedBlock

RARE = (
    "example",
    "reviewer_help",
    "max_length",
    "prefill",
    "autocomplete",
    "alias",
    "sensitive",
    "pattern",
    "pattern_hint",
)
"""Settings that most questions leave alone: the editor shows them behind a button."""

PREFILLS = {
    "name_pair": _("Name, or name of the business, with its furigana"),
    "representative_pair": _("Representative, with the furigana"),
    "name": _("Name, or name of the business"),
    "name_kana": _("Name in katakana"),
    "birth_date": _("Date of birth"),
    "address": _("Address"),
    "phone": _("Telephone"),
    "email": _("E-mail address"),
    "representative_name": _("Representative"),
    "representative_kana": _("Representative in katakana"),
    "department": _("Department in charge"),
    "contact_name": _("Person in charge"),
}

AUTOCOMPLETE = {
    "name": _("Name"),
    "family-name": _("Family name"),
    "given-name": _("Given name"),
    "nickname": _("Name by which one is called"),
    "organization": _("Name of the organisation"),
    "organization-title": _("Title in the organisation"),
    "bday": _("Date of birth"),
    "sex": _("Sex"),
    "language": _("Language"),
    "tel": _("Telephone"),
    "email": _("E-mail address"),
    "url": _("Web site"),
    "street-address": _("Address"),
    "postal-code": _("Postal code"),
    "address-level1": _("Prefecture"),
    "address-level2": _("City, ward, town or village"),
    "address-line1": _("Town and number"),
    "address-line2": _("Building and room"),
    "country-name": _("Country"),
}
"""HTML's words for what people are asked about themselves (the list of WCAG 2.2, 7), with what authors call it."""


class QuestionBlock(PreviewedBlock, FoldedBlock):
    """A question. Its block type names the kind (`submissions.schema.kinds`), its block id is the key of the answer."""

    base_blocks: dict[str, blocks.Block]
    OPTIONS: ClassVar[tuple[str, ...]] = ()
    """The child blocks that only this kind knows; they become the field's `options`."""

    label = blocks.CharBlock(label=_("Question"), max_length=200)
    help_text = blocks.TextBlock(
        label=_("Explanation for the applicant"),
        required=False,
        rows=2,
        help_text=_("What to enter, in one or two sentences."),
    )
    example = blocks.CharBlock(
        label=_("Example"), required=False, max_length=200, help_text=_("Shown below the question, not inside the box.")
    )
    reviewer_help = blocks.TextBlock(
        label=_("Explanation for the reviewer"),
        required=False,
        rows=2,
        help_text=_("What to look at in this answer. Shown beside it on the desk, never to the applicant."),
    )
    required = blocks.BooleanBlock(label=_("An answer is required"), required=False, default=True)
    alias = blocks.RegexBlock(
        label=_("Name for CSV and API"),
        required=False,
        regex=r"^[a-z][a-z0-9_]{0,39}$",
        error_messages={"invalid": _("Use small letters, digits and _, beginning with a letter.")},
        help_text=_("Small letters, digits and _. May stay empty."),
    )
    sensitive = blocks.BooleanBlock(
        label=_("Sensitive"),
        required=False,
        help_text=_(
            "Bank accounts, proof of identity, health: hidden from staff until they open it, which is recorded."
        ),
    )

    def __init__(self, local_blocks: Any = None, *, is_column: bool = False, **kwargs: Any) -> None:
        """A column of a repeating group has no setting to fill it from the profile."""
        if is_column:
            self.base_blocks = {name: block for name, block in self.base_blocks.items() if name != "prefill"}
        super().__init__(local_blocks, **kwargs)

    def get_form_layout(self) -> blocks.BlockGroup:
        names = list(self.child_blocks)
        ordinary = [name for name in names if name not in RARE]
        return blocks.BlockGroup(ordinary, settings=[name for name in names if name in RARE])

    class Meta:
        label_format = "{label}"
        icon = "edit"


def prefill_block(*attributes: str) -> blocks.ChoiceBlock:
    """Lets the author take the first answer from the applicant's profile."""
    return blocks.ChoiceBlock(
        label=_("Fill in from the profile"),
        required=False,
        choices=[(attribute, PREFILLS[attribute]) for attribute in attributes],
    )


def autocomplete_block(*tokens: str) -> blocks.ChoiceBlock:
    """Lets the author say what is asked in HTML's words; all of `AUTOCOMPLETE`, unless `tokens` are given."""
    return blocks.ChoiceBlock(
        label=_("What a browser may fill in"),
        required=False,
        choices=[(token, AUTOCOMPLETE[token]) for token in tokens or AUTOCOMPLETE],
        help_text=_("Only for what the applicant is asked about themselves."),
    )


class ChoiceOptionBlock(blocks.StructBlock):
    """One answer to choose. Its id is stored with the answers, so its words may change later."""

    label = blocks.CharBlock(label=_("Answer"), max_length=200)
    alias = blocks.RegexBlock(
        label=_("Name for CSV and API"),
        required=False,
        regex=r"^[a-z0-9][a-z0-9_]{0,39}$",
        error_messages={"invalid": _("Use small letters, digits and _.")},
    )

    class Meta:
        label = _("Answer")
        label_format = "{label}"
        icon = "radio-full"
        form_layout = blocks.BlockGroup(["label"], settings=["alias"])


def choices_block(label: Any = None, *, min_num: int = 2) -> blocks.ListBlock:
    label = label or _("Answers to choose from")
    return blocks.ListBlock(ChoiceOptionBlock(), label=label, min_num=min_num, max_num=100)
