from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .guidance import RICH_TEXT


class ArticleBlock(blocks.StructBlock):
    """An article (条) of the terms; its number is its place."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=100)
    text = blocks.RichTextBlock(label=_("Body text"), features=RICH_TEXT)

    class Meta:
        label = _("Article")
        label_format = "{heading}"
        icon = "list-ol"
