"""Settings that several kinds of question share, and the groups they stand in when an author chooses one."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

WORDS = _("Words")
NUMBERS = _("Numbers and dates")
CHOICES = _("Answers to choose")
CONTACT = _("Name, address and contact")
FILES = _("Attachments and declarations")
LAYOUT = _("Layout")


def whole_number(label: Any, **kwargs: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, **kwargs)


def unit() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Unit"), required=False, max_length=20)


def pattern() -> blocks.CharBlock:
    return blocks.CharBlock(
        label=_("Pattern"),
        required=False,
        max_length=200,
        help_text=_("A regular expression that the whole answer must match, for example [0-9]{13}."),
    )


def pattern_hint() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Sentence when the pattern does not match"), required=False, max_length=200)
