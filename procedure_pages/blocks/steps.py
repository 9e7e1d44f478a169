"""The builder of a form: steps, and in them questions and groups of questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from . import fields
from .calculated import CalculatedBlock
from .folded import BuilderBlock, FoldedBlock
from .previewed import PreviewedBlock
from .questions import QuestionBlock, choices_block

QUESTIONS: dict[str, type[QuestionBlock]] = {
    "name": fields.NameBlock,
    "text": fields.TextBlock,
    "kana": fields.KanaBlock,
    "textarea": fields.TextareaBlock,
    "code": fields.CodeBlock,
    "corporate_number": fields.CorporateNumberBlock,
    "url": fields.UrlBlock,
    "integer": fields.IntegerBlock,
    "decimal": fields.DecimalBlock,
    "money": fields.MoneyBlock,
    "date": fields.DateBlock,
    "month": fields.MonthBlock,
    "period": fields.PeriodBlock,
    "time": fields.TimeBlock,
    "yesno": fields.YesNoBlock,
    "radio": fields.RadioBlock,
    "checkboxes": fields.CheckboxesBlock,
    "select": fields.SelectBlock,
    "search_select": fields.SearchSelectBlock,
    "address": fields.AddressBlock,
    "tel": fields.TelephoneBlock,
    "email": fields.EmailBlock,
    "bank": fields.BankBlock,
    "delivery": fields.DeliveryBlock,
    "file": fields.FileBlock,
    "photo": fields.PhotoBlock,
    "declaration": fields.DeclarationBlock,
    "calculated": CalculatedBlock,
}
"""By kind. Adding a kind to `submissions.schema.kinds` means adding its block here; a test compares the two."""


class ColumnsBlock(BuilderBlock):
    """The questions that every row of a group or table asks; another group among them, but no third inside that."""

    def __init__(self, *, is_inner: bool = False, **kwargs: object) -> None:
        columns = [(kind, QUESTIONS[kind](is_column=True)) for kind in QUESTIONS if kind != "delivery"]
        groups = [] if is_inner else [("group", GroupBlock(is_inner=True))]
        super().__init__([*columns, ("note", fields.NoteBlock()), *groups], **kwargs)

    class Meta:
        label = _("Questions of each entry")
        collapsed = True


class GroupBlock(PreviewedBlock, FoldedBlock):
    """Questions that are asked as often as the applicant has something to enter: shops, vehicles, officers."""

    OPTIONS = ("min_rows", "max_rows", "follows")

    label = blocks.CharBlock(label=_("Name of the group"), max_length=100)
    help_text = blocks.TextBlock(label=_("Explanation for the applicant"), required=False, rows=2)
    min_rows = blocks.IntegerBlock(label=_("Fewest entries"), min_value=0, max_value=100, default=1)
    max_rows = blocks.IntegerBlock(label=_("Most entries"), min_value=1, max_value=100, default=10)
    follows = blocks.CharBlock(
        label=_("One entry for each"),
        required=False,
        max_length=200,
        help_text=_("Another group, or a question with several answers: the entries then follow what is chosen there."),
    )
    reviewer_help = QuestionBlock.base_blocks["reviewer_help"]
    alias = QuestionBlock.base_blocks["alias"]

    def __init__(self, local_blocks: object = None, *, is_inner: bool = False, **kwargs: object) -> None:
        columns = ("fields", ColumnsBlock(is_inner=is_inner, min_num=1))
        super().__init__([*(local_blocks or ()), columns], **kwargs)  # type: ignore[misc]

    class Meta:
        label = _("Repeating group")
        icon = "copy"
        group = fields.LAYOUT
        label_format = "{label}"
        form_layout = blocks.BlockGroup(
            ["label", "help_text", "min_rows", "max_rows", "fields"], settings=["follows", "reviewer_help", "alias"]
        )


class TableBlock(PreviewedBlock, FoldedBlock):
    """Rows that the author sets, each asked the same: days of the week, kinds of cost."""

    label = blocks.CharBlock(label=_("Name of the table"), max_length=100)
    help_text = blocks.TextBlock(label=_("Explanation for the applicant"), required=False, rows=2)
    choices = choices_block(_("Rows"), min_num=1)
    fields = ColumnsBlock(label=_("Questions of each row"), is_inner=True, min_num=1)
    reviewer_help = QuestionBlock.base_blocks["reviewer_help"]
    alias = QuestionBlock.base_blocks["alias"]

    class Meta:
        label = _("Table with fixed rows")
        icon = "table"
        group = fields.LAYOUT
        label_format = "{label}"
        form_layout = blocks.BlockGroup(
            ["label", "help_text", "choices", "fields"], settings=["reviewer_help", "alias"]
        )


class QuestionsBlock(BuilderBlock):
    def __init__(self, **kwargs: object) -> None:
        questions = [(kind, block_class()) for kind, block_class in QUESTIONS.items()]
        rows = [("group", GroupBlock()), ("table", TableBlock())]
        layout = [("heading", fields.HeadingBlock()), ("note", fields.NoteBlock())]
        super().__init__([*questions, *rows, *layout], **kwargs)

    class Meta:
        label = _("Questions")
        collapsed = True


class StepQuestionsBlock(QuestionsBlock):
    """May take parts of the library, too. A part itself may not, so none contains itself."""

    library = SnippetChooserBlock(
        "procedure_pages.QuestionSet", label=_("Part of the library"), icon="folder-open-inverse", group=fields.LAYOUT
    )


class StepBlock(FoldedBlock):
    """One page of the form."""

    title = blocks.CharBlock(label=_("Title of the step"), max_length=60)
    introduction = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    fields = StepQuestionsBlock(min_num=1)

    class Meta:
        label = _("Step of the form")
        icon = "list-ol"
        label_format = "{title}"


class StepsBlock(BuilderBlock):
    """The whole form."""

    step = StepBlock()
