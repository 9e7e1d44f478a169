"""A few questions before the login: may somebody use the procedure, or whom should they ask?"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..enums import LeadsTo
from .folded import BuilderBlock, FoldedBlock

YES_AND_NO = [{"label": "はい"}, {"label": "いいえ"}]
QUESTIONS_AT_MOST = 10


class CheckChoiceBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Answer"), max_length=100)
    leads_to = blocks.ChoiceBlock(label=_("Leads to"), choices=LeadsTo.choices, default=LeadsTo.GO_ON)
    reason = blocks.TextBlock(
        label=_("Why"),
        required=False,
        rows=2,
        help_text=_("Which condition is not met, or what the office must look at."),
    )
    advice = blocks.TextBlock(
        label=_("What to do instead, or whom to ask"),
        required=False,
        rows=2,
        help_text=_("Web addresses become links. The contact of the department is shown anyway."),
    )
    next_question = blocks.CharBlock(
        label=_("Go on with the question"),
        required=False,
        max_length=200,
        help_text=_("The words of a question further down. Empty: the next one."),
    )

    class Meta:
        label = _("Answer")
        label_format = "{label}"
        icon = "arrow-right"


class CheckQuestionBlock(FoldedBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    help_text = blocks.TextBlock(label=_("Explanation"), required=False, rows=2)
    choices = blocks.ListBlock(
        CheckChoiceBlock(), label=_("Answers to choose from"), min_num=2, max_num=10, default=YES_AND_NO
    )

    class Meta:
        label = _("Question")
        label_format = "{question}"
        icon = "help"


class EligibilityCheckBlock(BuilderBlock):
    question = CheckQuestionBlock()

    class Meta:
        label = _("Check before applying")
        required = False
        collapsed = True
        max_num = QUESTIONS_AT_MOST
