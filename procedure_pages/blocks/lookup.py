"""The grid of a look-up table. The type of a column says what its cells are compared with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class LookupGridBlock(TypedTableBlock):
    """Cells are texts, so that numbers stay as exact as they were typed; `procedure_pages.tables` reads them."""

    text = blocks.CharBlock(label=_("Key: text or number that must be equal"), required=False, max_length=100)
    choice = blocks.CharBlock(
        label=_("Key: name of an answer to choose (for CSV and API)"), required=False, max_length=40
    )
    range = blocks.CharBlock(label=_("Key: range of numbers, as 10-20 (from 10 to below 20)"), required=False)
    valid_from = blocks.DateBlock(label=_("Valid from"), required=False)
    value = blocks.CharBlock(label=_("Value (number)"), required=False, max_length=40)

    class Meta:
        label = _("Table")
        icon = "table"
