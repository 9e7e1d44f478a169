from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..types import Field
from .base import JSON, Cell, Kind
from .dates import DateKind

NUMBER, MONEY, DATE, TEXT = "number", "money", "date", "text"


class CalculatedKind(Kind):
    """A value that the form works out (`submissions.schema.evaluation`); nobody types it.

    Options: `expression`; `shown_as` one of the above; `places` decimals of a number; `unit`. The value is a whole
    number, a text with exactly `places` decimals (``12.50``), an ISO date or a text.
    """

    name = "calculated"
    is_typed = False

    def is_blank(self, raw: JSON) -> bool:
        """What a request claims the value to be is not looked at."""
        return True

    def validate(self, field: Field, raw: JSON) -> JSON:
        return None

    def clean(self, field: Field, raw: JSON) -> JSON:
        raise ValidationError(_("This is worked out and cannot be entered."), code="calculated")

    @staticmethod
    def places(field: Field) -> int:
        return int(field.options.get("places") or 0)

    def display(self, field: Field, value: JSON) -> str:
        if value is None:
            return ""
        shown_as = field.options.get("shown_as", NUMBER)
        if shown_as == DATE:
            return DateKind().display(field, value)
        if shown_as == TEXT:
            return str(value)
        whole, dot, decimals = str(value).partition(".")
        grouped = f"{int(whole):,}{dot}{decimals}" if whole not in ("-0", "") else str(value)
        if shown_as == MONEY:
            return _("%(amount)s yen") % {"amount": grouped}
        return f"{grouped}{field.options.get('unit', '')}"

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        if value is None:
            return ("",)
        return (value if field.options.get("shown_as") in (DATE, TEXT) else Decimal(value),)

    def operand(self, field: Field, value: JSON) -> JSON:
        return value if field.options.get("shown_as") in (DATE, TEXT) else Fraction(value)

    def json_schema(self, field: Field) -> dict[str, JSON]:
        is_whole = field.options.get("shown_as", NUMBER) in (NUMBER, MONEY) and not self.places(field)
        return {"type": "integer" if is_whole else "string", "readOnly": True}
