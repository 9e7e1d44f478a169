"""What stands between the questions."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..previewed import PreviewedBlock
from .settings import LAYOUT


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
