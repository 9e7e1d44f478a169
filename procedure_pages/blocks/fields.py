"""A block for every kind of question. The names of the option blocks are those that the kinds read."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .previewed import PreviewedBlock
from .questions import QuestionBlock, choices_block, example_block, prefill_block

WORDS = _("Words")
NUMBERS = _("Numbers and dates")
CHOICES = _("Answers to choose")
CONTACT = _("Address and contact")
FILES = _("Attachments and declarations")
LAYOUT = _("Layout")

EXTENSIONS = [
    ("pdf", "PDF"),
    ("jpg", "JPEG"),
    ("png", "PNG"),
    ("heic", "HEIC"),
    ("xlsx", "Excel (xlsx)"),
    ("docx", "Word (docx)"),
]


def _number(label: Any, **kwargs: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, **kwargs)


def _pattern() -> blocks.CharBlock:
    return blocks.CharBlock(
        label=_("Pattern"),
        required=False,
        max_length=200,
        help_text=_("A regular expression that the whole answer must match, for example [0-9]{13}."),
    )


def _pattern_hint() -> blocks.CharBlock:
    return blocks.CharBlock(
        label=_("Sentence when the pattern does not match"),
        required=False,
        max_length=200,
    )


class TextBlock(QuestionBlock):
    OPTIONS = ("max_length", "pattern", "pattern_hint")
    max_length = _number(_("Most characters"), min_value=1, max_value=1000)
    example = example_block()
    prefill = prefill_block("name", "representative_name", "department", "contact_name")
    pattern = _pattern()
    pattern_hint = _pattern_hint()

    class Meta:
        label = _("One line of text")
        icon = "pilcrow"
        group = WORDS


class KanaBlock(QuestionBlock):
    example = example_block()
    prefill = prefill_block("name_kana", "representative_kana")

    class Meta:
        label = _("Katakana")
        icon = "italic"
        group = WORDS


class TextareaBlock(QuestionBlock):
    OPTIONS = ("max_length",)
    max_length = _number(_("Most characters"), min_value=1, max_value=20_000)
    example = example_block()

    class Meta:
        label = _("Several lines of text")
        icon = "bars"
        group = WORDS


class CodeBlock(QuestionBlock):
    OPTIONS = ("max_length", "pattern", "pattern_hint")
    max_length = _number(_("Most characters"), min_value=1, max_value=200)
    example = example_block()
    pattern = _pattern()
    pattern_hint = _pattern_hint()

    class Meta:
        label = _("Number or code (letters, digits, hyphens)")
        icon = "code"
        group = WORDS


class IntegerBlock(QuestionBlock):
    OPTIONS = ("min", "max", "unit")
    min = _number(_("Smallest"))
    max = _number(_("Largest"))
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=20)
    example = example_block()

    class Meta:
        label = _("Whole number")
        icon = "decimal"
        group = NUMBERS


class MoneyBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    min = _number(_("Smallest"), min_value=0)
    max = _number(_("Largest"), min_value=0)
    example = example_block()

    class Meta:
        label = _("Amount in yen")
        icon = "tag"
        group = NUMBERS


class DateBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    min = blocks.DateBlock(label=_("First day allowed"), required=False)
    max = blocks.DateBlock(label=_("Last day allowed"), required=False)
    example = example_block()
    prefill = prefill_block("birth_date")

    class Meta:
        label = _("Date")
        icon = "date"
        group = NUMBERS


class TimeBlock(QuestionBlock):
    example = example_block()

    class Meta:
        label = _("Time of day")
        icon = "time"
        group = NUMBERS


class RadioBlock(QuestionBlock):
    choices = choices_block()

    class Meta:
        label = _("One answer, all visible")
        icon = "radio-full"
        group = CHOICES


class CheckboxesBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    choices = choices_block()
    min = _number(_("Choose at least"), min_value=0)
    max = _number(_("Choose at most"), min_value=1)

    class Meta:
        label = _("Several answers")
        icon = "tick-inverse"
        group = CHOICES


class SelectBlock(QuestionBlock):
    choices = choices_block()

    class Meta:
        label = _("One answer from a list")
        icon = "list-ul"
        group = CHOICES


class AddressBlock(QuestionBlock):
    prefill = prefill_block("address")

    class Meta:
        label = _("Postal address")
        icon = "home"
        group = CONTACT


class TelephoneBlock(QuestionBlock):
    prefill = prefill_block("phone")
    example = example_block()

    class Meta:
        label = _("Telephone number")
        icon = "mobile-alt"
        group = CONTACT


class EmailBlock(QuestionBlock):
    prefill = prefill_block("email")
    example = example_block()

    class Meta:
        label = _("E-mail")
        icon = "mail"
        group = CONTACT


class FileBlock(QuestionBlock):
    OPTIONS = ("max_files", "extensions", "max_megabytes")
    max_files = blocks.IntegerBlock(label=_("Most files"), min_value=1, max_value=30, default=1)
    extensions = blocks.MultipleChoiceBlock(
        label=_("Kinds of file"),
        required=False,
        choices=EXTENSIONS,
        default=["pdf", "jpg", "png"],
        help_text=_("If none is ticked: PDF, JPEG and PNG."),
    )
    max_megabytes = blocks.IntegerBlock(label=_("Largest size in megabytes"), min_value=1, max_value=50, default=10)

    class Meta:
        label = _("Attachment")
        icon = "upload"
        group = FILES


class DeclarationBlock(QuestionBlock):
    label = blocks.TextBlock(label=_("Sentence to agree to"), rows=2)

    class Meta:
        label = _("Declaration to tick")
        icon = "check"
        group = FILES


class HeadingBlock(PreviewedBlock):
    label = blocks.CharBlock(label=_("Heading"), max_length=100)

    class Meta:
        label = _("Heading")
        icon = "title"
        group = LAYOUT
        label_format = "{label}"


class NoteBlock(PreviewedBlock):
    label = blocks.CharBlock(label=_("Title"), required=False, max_length=100)
    help_text = blocks.TextBlock(label=_("Explanation"), rows=3)

    class Meta:
        label = _("Note")
        icon = "info-circle"
        group = LAYOUT
        label_format = "{label} {help_text}"
