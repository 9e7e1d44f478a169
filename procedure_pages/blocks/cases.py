"""Saved test cases: what a form must do with given answers, tried at every publication."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from accounts.enums import ProfileKind

from .rules import name_block

OUTCOMES = [
    ("can_send", _("The application can be sent")),
    ("has_errors", _("Something is to be mended before sending")),
    ("is_stopped", _("The applicant is told that it is not possible")),
]


class ExpectedValueBlock(blocks.StructBlock):
    question = name_block(_("Calculated value"))
    value = blocks.CharBlock(label=_("Value"), max_length=200, help_text=_("As a number or date, without units."))

    class Meta:
        label = _("Value")
        label_format = "{question} = {value}"


class TestCaseBlock(blocks.StructBlock):
    __test__ = False  # pytest takes the name for its own
    name = blocks.CharBlock(label=_("Name of the case"), max_length=100)
    applicant = blocks.ChoiceBlock(label=_("Applicant"), choices=ProfileKind.choices, default=ProfileKind.INDIVIDUAL)
    today = blocks.DateBlock(label=_("Day of the application"), required=False, help_text=_("Today if left empty."))
    answers = blocks.TextBlock(
        label=_("Answers"),
        required=False,
        rows=6,
        help_text=_("One line “question: answer” each; entries of a group as a list. Examples stand for the rest."),
    )
    shown = blocks.ListBlock(name_block(_("Name")), label=_("Must be shown"), default=[])
    hidden = blocks.ListBlock(name_block(_("Name")), label=_("Must not be shown"), default=[])
    values = blocks.ListBlock(ExpectedValueBlock(), label=_("Must be worked out"), default=[])
    outcome = blocks.ChoiceBlock(label=_("Result"), choices=OUTCOMES, default="can_send")

    class Meta:
        label = _("Test case")
        label_format = "{name}"
        icon = "tick"


class TestCasesBlock(blocks.StreamBlock):
    __test__ = False
    case = TestCaseBlock()

    class Meta:
        required = False
        collapsed = True
