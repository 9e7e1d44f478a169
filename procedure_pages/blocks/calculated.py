from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .questions import QuestionBlock

SHOWN_AS = [("number", _("Number")), ("money", _("Amount in yen")), ("date", _("Date")), ("text", _("Text"))]


class CalculatedBlock(QuestionBlock):
    """A value that the form works out; nobody types it. The compiler turns `formula` into an expression."""

    OPTIONS = ("formula", "shown_as", "places", "unit")

    formula = blocks.TextBlock(
        label=_("Calculation"),
        rows=2,
        max_length=2000,
        help_text=_('For example: 合計({日額} × {対象日数}), 切捨て({面積} × 1.5, 100), 表("手数料", {業種}).'),
    )
    shown_as = blocks.ChoiceBlock(label=_("Shown as"), choices=SHOWN_AS, default="number")
    places = blocks.IntegerBlock(label=_("Decimals"), required=False, min_value=1, max_value=6)
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=20)

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        self.base_blocks = {
            name: block for name, block in self.base_blocks.items() if name not in ("required", "example")
        }
        super().__init__(local_blocks, **kwargs)

    class Meta:
        label = _("Calculated value")
        icon = "decimal"
        group = _("Numbers and dates")
