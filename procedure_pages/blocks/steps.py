"""The builder of a form: steps, and in them questions and groups of questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from . import fields
from .calculated import CalculatedBlock
from .folded import BuilderBlock, FoldedBlock
from .previewed import PreviewedBlock
from .questions import QuestionBlock

QUESTIONS: dict[str, type[QuestionBlock]] = {
    "text": fields.TextBlock,
    "kana": fields.KanaBlock,
    "textarea": fields.TextareaBlock,
    "code": fields.CodeBlock,
    "integer": fields.IntegerBlock,
    "money": fields.MoneyBlock,
    "date": fields.DateBlock,
    "time": fields.TimeBlock,
    "radio": fields.RadioBlock,
    "checkboxes": fields.CheckboxesBlock,
    "select": fields.SelectBlock,
    "address": fields.AddressBlock,
    "tel": fields.TelephoneBlock,
    "email": fields.EmailBlock,
    "file": fields.FileBlock,
    "declaration": fields.DeclarationBlock,
    "calculated": CalculatedBlock,
}
"""By kind. Adding a kind to `submissions.schema.kinds` means adding its block here; a test compares the two."""


class ColumnsBlock(BuilderBlock):
    """The questions that every row of a group asks; another group among them, but no third inside that."""

    def __init__(self, *, is_inner: bool = False, **kwargs: object) -> None:
        columns = [(kind, block_class(is_column=True)) for kind, block_class in QUESTIONS.items()]
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
            ["label", "help_text", "min_rows", "max_rows", "fields"], settings=["follows", "alias"]
        )


class QuestionsBlock(BuilderBlock):
    def __init__(self, **kwargs: object) -> None:
        questions = [(kind, block_class()) for kind, block_class in QUESTIONS.items()]
        layout = [("group", GroupBlock()), ("heading", fields.HeadingBlock()), ("note", fields.NoteBlock())]
        super().__init__([*questions, *layout], **kwargs)

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
