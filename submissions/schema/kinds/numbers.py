import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import half_width

from ..types import Field
from .base import JSON, Kind, require_text

LARGEST = 999_999_999_999_999


class IntegerKind(Kind):
    name = "integer"

    def clean(self, field: Field, raw: JSON) -> int:
        text = half_width(require_text(raw)).removesuffix(half_width(str(field.options.get("unit") or "")))
        text = re.sub(r"[,、円¥]", "", text)
        if not re.fullmatch(r"-?[0-9]{1,15}", text):
            raise ValidationError(_("Enter a whole number, for example 12."), code="invalid_number")
        number = int(text)
        lowest, highest = self.bounds(field)
        if number < lowest:
            raise ValidationError(_("Enter %(limit)s or more.") % {"limit": f"{lowest:,}"}, code="too_small")
        if number > highest:
            raise ValidationError(_("Enter %(limit)s or less.") % {"limit": f"{highest:,}"}, code="too_large")
        return number

    def bounds(self, field: Field) -> tuple[int, int]:
        lowest, highest = field.options.get("min"), field.options.get("max")
        return (-LARGEST if lowest is None else int(lowest), LARGEST if highest is None else int(highest))

    def display(self, field: Field, value: JSON) -> str:
        return "" if value is None else f"{value:,}{field.options.get('unit', '')}"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        lowest, highest = self.bounds(field)
        return {"type": "integer", "minimum": lowest, "maximum": highest}


class MoneyKind(IntegerKind):
    """Yen, whole and not negative."""

    name = "money"

    def bounds(self, field: Field) -> tuple[int, int]:
        lowest, highest = super().bounds(field)
        return max(lowest, 0), highest

    def display(self, field: Field, value: JSON) -> str:
        return "" if value is None else _("%(amount)s yen") % {"amount": f"{value:,}"}
