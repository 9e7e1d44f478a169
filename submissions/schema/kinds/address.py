from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.japanese.contact import clean_postal_code

from ..types import Field
from .base import JSON, PartsKind, require_line

NEEDED = ("prefecture", "city", "street")


class AddressKind(PartsKind):
    """Raw and value: a dict of `parts`. The postal code is ``540-8570``; it and the building may be empty."""

    name = "address"
    parts = {
        "postal_code": gettext_lazy("Postal code"),
        "prefecture": gettext_lazy("Prefecture"),
        "city": gettext_lazy("City, ward, town or village"),
        "street": gettext_lazy("Town and number"),
        "building": gettext_lazy("Building and room"),
    }

    def clean(self, field: Field, raw: JSON) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise ValidationError(_("Enter the address in its parts."), code="invalid")
        value = {part: require_line(raw.get(part), 200) for part in self.parts}
        if not all(value[part] for part in NEEDED):
            raise ValidationError(
                _("Enter the prefecture, the municipality and the town with its number."), code="incomplete"
            )
        if value["postal_code"]:
            value["postal_code"] = clean_postal_code(value["postal_code"])
        return value

    def display(self, field: Field, value: JSON) -> str:
        if not value:
            return ""
        postal = f"〒{value['postal_code']} " if value["postal_code"] else ""
        building = f" {value['building']}" if value["building"] else ""
        return f"{postal}{value['prefecture']}{value['city']}{value['street']}{building}"

    def json_schema(self, field: Field) -> dict[str, JSON]:
        parts: dict[str, JSON] = {part: {"type": "string", "maxLength": 200} for part in self.parts}
        parts["postal_code"]["pattern"] = "^([0-9]{3}-[0-9]{4})?$"
        for part in NEEDED:
            parts[part]["minLength"] = 1
        return {"type": "object", "properties": parts, "required": list(NEEDED), "additionalProperties": False}
