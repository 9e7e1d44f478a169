"""Questions with answers to choose from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ...choice_lines import check_lines
from ..questions import QuestionBlock, choices_block
from .settings import CHOICES, whole_number


class YesNoBlock(QuestionBlock):
    class Meta:
        label = _("Yes or no")
        icon = "circle-check"
        group = CHOICES


class RadioBlock(QuestionBlock):
    choices = choices_block()

    class Meta:
        label = _("One answer, all visible")
        icon = "radio-full"
        group = CHOICES


class CheckboxesBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    choices = choices_block()
    min = whole_number(_("Choose at least"), min_value=0)
    max = whole_number(_("Choose at most"), min_value=1)

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


class ChoiceLinesBlock(blocks.TextBlock):
    """Many answers in one box, so that a list can be pasted."""

    def clean(self, value: str) -> str:
        cleaned: str = super().clean(value)
        if cleaned:
            check_lines(cleaned)
        return cleaned


class SearchSelectBlock(QuestionBlock):
    choice_lines = ChoiceLinesBlock(
        label=_("Answers to choose from"),
        rows=10,
        help_text=_(
            "One on each line; a list can be pasted. To give an answer a name for CSV and API, write the name and a "
            "comma before it: osaka, 大阪市. An answer without a name that gets other words is another answer."
        ),
    )

    class Meta:
        label = _("One answer from a long list, with a search")
        icon = "search"
        group = CHOICES


class DeliveryBlock(QuestionBlock):
    """Without it the confirmation page asks."""

    class Meta:
        label = _("How the notice is to come (online or by post)")
        icon = "mail"
        group = CHOICES
