import re
from decimal import Decimal
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import half_width

from ..types import Field
from .base import JSON, Cell, Kind, require_text

LARGEST = 999_999_999_999_999
DEFAULT_PLACES = 2


def numeral(field: Field, raw: JSON) -> str:
    """`raw` in half width, without the unit and the marks between the digits."""
    text = half_width(require_text(raw)).removesuffix(half_width(str(field.options.get("unit") or "")))
    return re.sub(r"[,、円¥]", "", text)


def check_range(number: Decimal | int, lowest: Decimal | int | None, highest: Decimal | int | None) -> None:
    if lowest is not None and number < lowest:
        raise ValidationError(_("Enter %(limit)s or more.") % {"limit": f"{lowest:,}"}, code="too_small")
    if highest is not None and number > highest:
        raise ValidationError(_("Enter %(limit)s or less.") % {"limit": f"{highest:,}"}, code="too_large")


def range_limits(lowest: Decimal | int | None, highest: Decimal | int | None, unit: str) -> list[str]:
    limits = []
    if lowest is not None:
        limits.append(_("%(limit)s or more") % {"limit": f"{lowest:,}{unit}"})
    if highest is not None:
        limits.append(_("%(limit)s or less") % {"limit": f"{highest:,}{unit}"})
    return limits


class IntegerKind(Kind):
    name = "integer"

    def clean(self, field: Field, raw: JSON) -> int:
        text = numeral(field, raw)
        if not re.fullmatch(r"-?[0-9]{1,15}", text):
            raise ValidationError(_("Enter a whole number, for example 12."), code="invalid_number")
        number = int(text)
        check_range(number, *self.bounds(field))
        return number

    def bounds(self, field: Field) -> tuple[int, int]:
        lowest, highest = field.options.get("min"), field.options.get("max")
        return (-LARGEST if lowest is None else int(lowest), LARGEST if highest is None else int(highest))

    def limits(self, field: Field) -> list[str]:
        lowest, highest = field.options.get("min"), field.options.get("max")
        return range_limits(lowest, highest, str(field.options.get("unit") or ""))

    def display(self, field: Field, value: JSON) -> str:
        return "" if value is None else f"{value:,}{field.options.get('unit', '')}"

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        return ("" if value is None else value,)

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


class DecimalKind(Kind):
    """Value: the exact number as text with a fixed number of places, ``12.50``; no float ever holds it."""

    name = "decimal"

    def clean(self, field: Field, raw: JSON) -> str:
        text = numeral(field, raw)
        if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{0,20})?", text):
            raise ValidationError(_("Enter a number, for example 12.5."), code="invalid_number")
        number, places = Decimal(text), self.places(field)
        exact = number.quantize(Decimal(1).scaleb(-places))
        if exact != number:
            raise ValidationError(
                _("Enter no more than %(count)d digits after the point.") % {"count": places}, code="too_many_places"
            )
        check_range(exact, *self.bounds(field))
        return str(exact if exact else abs(exact))

    @staticmethod
    def places(field: Field) -> int:
        places = field.options.get("places")
        return DEFAULT_PLACES if places is None else int(places)

    @staticmethod
    def bounds(field: Field) -> tuple[Decimal | None, Decimal | None]:
        lowest, highest = field.options.get("min"), field.options.get("max")
        return (
            None if lowest is None else Decimal(str(lowest)),
            None if highest is None else Decimal(str(highest)),
        )

    def limits(self, field: Field) -> list[str]:
        unit = str(field.options.get("unit") or "")
        places = _("up to %(count)d digits after the point") % {"count": self.places(field)}
        return [*range_limits(*self.bounds(field), unit), places]

    def display(self, field: Field, value: JSON) -> str:
        return f"{Decimal(value):,}{field.options.get('unit', '')}" if value else ""

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        return (Decimal(value) if value else "",)

    def operand(self, field: Field, value: JSON) -> JSON:
        return Fraction(value)

    def json_schema(self, field: Field) -> dict[str, JSON]:
        places = self.places(field)
        after = rf"\.[0-9]{{{places}}}" if places else ""
        return {"type": "string", "pattern": f"^-?[0-9]{{1,15}}{after}$"}
