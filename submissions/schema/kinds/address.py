import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import half_width, one_line

from ..types import Field
from .base import JSON, Kind, require_text
from .text import check_length

PARTS = ("postal_code", "prefecture", "city", "street", "building")
NEEDED = ("prefecture", "city", "street")


class AddressKind(Kind):
    """Raw and value: a dict of `PARTS`. The postal code is ``540-8570``; it and the building may be empty."""

    name = "address"

    def is_blank(self, raw: JSON) -> bool:
        if isinstance(raw, dict):
            return all(super(AddressKind, self).is_blank(raw.get(part)) for part in PARTS)
        return super().is_blank(raw)

    def clean(self, field: Field, raw: JSON) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise ValidationError(_("Enter the address in its parts."), code="invalid")
        value = {part: check_length(one_line(require_text(raw.get(part) or "")), 200) for part in PARTS}
        if not all(value[part] for part in NEEDED):
            raise ValidationError(
                _("Enter the prefecture, the municipality and the town with its number."), code="incomplete"
            )
        value["postal_code"] = self._postal_code(value["postal_code"])
        return value

    def _postal_code(self, text: str) -> str:
        digits = re.sub(r"[-〒]", "", half_width(text))
        if digits and not re.fullmatch(r"[0-9]{7}", digits):
            raise ValidationError(_("Enter a postal code of 7 digits, for example 540-8570."), code="invalid_postal")
        return f"{digits[:3]}-{digits[3:]}" if digits else ""

    def display(self, field: Field, value: JSON) -> str:
        if not value:
            return ""
        postal = f"〒{value['postal_code']} " if value["postal_code"] else ""
        building = f" {value['building']}" if value["building"] else ""
        return f"{postal}{value['prefecture']}{value['city']}{value['street']}{building}"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        parts: dict[str, JSON] = {part: {"type": "string", "maxLength": 200} for part in PARTS}
        parts["postal_code"]["pattern"] = "^([0-9]{3}-[0-9]{4})?$"
        for part in NEEDED:
            parts[part]["minLength"] = 1
        return {"type": "object", "properties": parts, "required": list(NEEDED), "additionalProperties": False}
