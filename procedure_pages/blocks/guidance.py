"""What the guidance of a procedure is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

RICH_TEXT = ["bold", "ol", "ul", "link", "document-link"]
RICH_PAGE = ["h2", "h3", *RICH_TEXT]


class RequiredDocumentBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Document to prepare"), max_length=100)
    detail = blocks.TextBlock(label=_("Explanation"), required=False, rows=2)

    class Meta:
        label = _("Document to prepare")
        label_format = "{name}"
        icon = "doc-full"


class AnswerBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_TEXT)

    class Meta:
        label = _("Question and answer")
        label_format = "{question}"
        icon = "help"


class StageBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100)
    text = blocks.TextBlock(label=_("Explanation"), required=False, rows=2)

    class Meta:
        label = _("Stage")
        label_format = "{title}"
        icon = "list-ol"


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(
        label=_("Kind"), choices=[("info", _("Information")), ("warning", _("Warning"))], default="info"
    )
    title = blocks.CharBlock(label=_("Title"), max_length=100)
    text = blocks.RichTextBlock(label=_("Body text"), features=RICH_TEXT, required=False)

    class Meta:
        label = _("Highlighted note")
        label_format = "{title}"
        icon = "warning"
        template = "procedure_pages/blocks/callout.html"


class GuidanceBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", max_length=100, template="procedure_pages/blocks/heading.html"
    )
    text = blocks.RichTextBlock(
        label=_("Body text"), icon="pilcrow", features=RICH_TEXT, template="procedure_pages/blocks/text.html"
    )
    documents = blocks.ListBlock(
        RequiredDocumentBlock(),
        label=_("Required documents"),
        icon="doc-full",
        template="procedure_pages/blocks/documents.html",
    )
    stages = blocks.ListBlock(
        StageBlock(), label=_("Steps to take"), icon="list-ol", template="procedure_pages/blocks/stages.html"
    )
    questions = blocks.ListBlock(
        AnswerBlock(), label=_("Questions and answers"), icon="help", template="procedure_pages/blocks/questions.html"
    )
    callout = CalloutBlock()
    image = ImageBlock(label=_("Image"), icon="image", template="procedure_pages/blocks/image.html")

    class Meta:
        required = False
