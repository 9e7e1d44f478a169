"""What depends on what: when some answers are given, something else about the form changes.

Rules stand in a list of their own and name questions by their words or their name for CSV and API, so that the
questions themselves stay short in the editor.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .folded import BuilderBlock, FoldedBlock

COMPARISONS = [
    ("is", _("is")),
    ("is_not", _("is something else than")),
    ("contains", _("contains")),
    ("starts", _("begins with")),
    ("answered", _("is answered")),
    ("empty", _("is not answered")),
    ("less", _("is less than, or before")),
    ("at_most", _("is at most, or not after")),
    ("more", _("is more than, or after")),
    ("at_least", _("is at least, or not before")),
]
OVER = [("some", _("in any of the entries")), ("every", _("in all of the entries"))]
MATCH = [("all", _("all of these hold")), ("any", _("one of these holds")), ("none", _("none of these holds"))]


def name_block(label: object, **settings: object) -> blocks.CharBlock:
    """The name of something in the form; the editor's script offers what there is."""
    return blocks.CharBlock(label=label, max_length=200, **settings)


class ConditionBlock(blocks.StructBlock):
    question = name_block(
        _("Question"),
        required=False,
        help_text=_("The words of the question or its name for CSV and API; 申請者の種別 for who applies."),
    )
    comparison = blocks.ChoiceBlock(label=_("Comparison"), choices=COMPARISONS, default="is")
    value = blocks.CharBlock(
        label=_("Answer"),
        required=False,
        max_length=500,
        help_text=_("An answer, a number, a date, 今日+60日, or a calculation that begins with =."),
    )
    over = blocks.ChoiceBlock(
        label=_("Where the question is asked for each entry"),
        choices=OVER,
        required=False,
        help_text=_("Only for a question of a repeating group, seen from outside of it."),
    )

    class Meta:
        label = _("Condition")
        label_format = "{question} {comparison} {value}"
        icon = "help"


class RuleBlock(FoldedBlock):
    """`EFFECT` is the word of `submissions.schema.types.Rule`."""

    match = blocks.ChoiceBlock(label=_("When"), choices=MATCH, default="all")
    conditions = blocks.ListBlock(ConditionBlock(), label=_("Conditions"), min_num=0, max_num=20, default=[])

    class Meta:
        icon = "tasks"
        label_format = "{targets}"


def targets_block(label: object, **settings: object) -> blocks.ListBlock:
    return blocks.ListBlock(name_block(_("Name")), label=label, max_num=50, **settings)


ANYTHING = _("Questions, groups, steps, or answers (as question=answer)")


class ShowRule(RuleBlock):
    targets = targets_block(ANYTHING, min_num=1)

    class Meta:
        label = _("Show only then")
        icon = "view"


class SkipRule(RuleBlock):
    targets = targets_block(ANYTHING, min_num=1)

    class Meta:
        label = _("Leave out then")
        icon = "no-view"


class RequireRule(RuleBlock):
    targets = targets_block(_("Questions"), min_num=1)

    class Meta:
        label = _("Require an answer then")
        icon = "warning"


class LimitRule(RuleBlock):
    targets = targets_block(_("Questions"), min_num=1)
    requirements = blocks.ListBlock(ConditionBlock(), label=_("What must hold then"), min_num=1, max_num=20)
    message = blocks.CharBlock(
        label=_("Sentence for the applicant"), max_length=300, help_text=_("Says what is wrong and how to mend it.")
    )

    class Meta:
        label = _("Accept only certain answers")
        icon = "lock"


class WarnRule(RuleBlock):
    targets = targets_block(_("Questions"), min_num=1)
    message = blocks.CharBlock(label=_("Sentence for the applicant"), max_length=300)

    class Meta:
        label = _("Warn, without stopping")
        icon = "info-circle"


class StopRule(RuleBlock):
    targets = targets_block(_("Beside which questions (none: the first condition's)"), min_num=0, default=[])
    title = blocks.CharBlock(
        label=_("Heading of a page of its own"),
        required=False,
        max_length=100,
        help_text=_("If filled in, “save and go on” leads to a page with this heading and the explanation."),
    )
    message = blocks.TextBlock(
        label=_("Why it is not possible, and what to do instead"), rows=3, help_text=_("Web addresses become links.")
    )

    class Meta:
        label = _("Stop: this applicant cannot use the procedure")
        icon = "cross"


class SetRule(RuleBlock):
    targets = targets_block(_("Calculated values"), min_num=1)
    formula = blocks.CharBlock(label=_("Calculation"), max_length=2000)

    class Meta:
        label = _("Work out differently then")
        icon = "decimal"


RULES: dict[str, type[RuleBlock]] = {
    "show": ShowRule,
    "skip": SkipRule,
    "require": RequireRule,
    "limit": LimitRule,
    "warn": WarnRule,
    "stop": StopRule,
    "set": SetRule,
}
"""By effect."""


class RulesBlock(BuilderBlock):
    def __init__(self, **kwargs: object) -> None:
        super().__init__([(effect, block_class()) for effect, block_class in RULES.items()], **kwargs)

    class Meta:
        label = _("Rules")
        collapsed = True
        required = False
