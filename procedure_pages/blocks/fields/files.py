"""Attachments and declarations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..questions import QuestionBlock
from .settings import FILES

EXTENSIONS = [
    ("pdf", "PDF"),
    ("jpg", "JPEG"),
    ("png", "PNG"),
    ("heic", "HEIC"),
    ("xlsx", "Excel (xlsx)"),
    ("docx", "Word (docx)"),
]


def _most_files() -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=_("Most files"), min_value=1, max_value=30, default=1)


def _megabytes() -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=_("Largest size in megabytes"), min_value=1, max_value=50, default=10)


class FileBlock(QuestionBlock):
    OPTIONS = ("max_files", "extensions", "max_megabytes")
    max_files = _most_files()
    extensions = blocks.MultipleChoiceBlock(
        label=_("Kinds of file"),
        required=False,
        choices=EXTENSIONS,
        default=["pdf", "jpg", "png"],
        help_text=_("If none is ticked: PDF, JPEG and PNG."),
    )
    max_megabytes = _megabytes()

    class Meta:
        label = _("Attachment")
        icon = "upload"
        group = FILES


class PhotoBlock(QuestionBlock):
    OPTIONS = ("max_files", "max_megabytes", "camera")
    max_files = _most_files()
    max_megabytes = _megabytes()
    camera = blocks.BooleanBlock(
        label=_("Open the camera of a phone at once"),
        required=False,
        default=True,
        help_text=_("Some phones then offer no picture that was taken before."),
    )

    class Meta:
        label = _("Photo")
        icon = "image"
        group = FILES


class DeclarationBlock(QuestionBlock):
    label = blocks.TextBlock(label=_("Sentence to agree to"), rows=2)

    class Meta:
        label = _("Declaration to tick")
        icon = "check"
        group = FILES
