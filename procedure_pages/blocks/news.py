from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .guidance import RICH_TEXT


class NewsBlock(blocks.StructBlock):
    """A short announcement (お知らせ)."""

    date = blocks.DateBlock(label=_("Date"))
    title = blocks.CharBlock(label=_("Title"), max_length=100)
    text = blocks.RichTextBlock(label=_("Body text"), features=RICH_TEXT, required=False)

    class Meta:
        label = _("News")
        label_format = "{date} {title}"
        icon = "comment"
