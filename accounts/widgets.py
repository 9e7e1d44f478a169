"""Questions that are typed into several boxes under one label: dates and addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ISO_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One box: `name` is the key in the raw value and the end of the input's name."""

    name: str
    label: str | Promise
    width: str
    """xs, s, m, l, xl or full."""
    inputmode: str = ""
    autocomplete: str = ""
    maxlength: int = 200


class PartsWidget(forms.Widget):
    """Boxes in a `row` or a `stack`. The raw value is a dict of the parts, each as it was typed."""

    template_name = "theme/widgets/parts.html"
    use_fieldset = True
    layout: ClassVar[str] = "row"
    parts: tuple[Part, ...] = ()

    def script_data(self) -> dict[str, str]:
        """What a script must know to help: ``data-`` attributes of the element around the boxes."""
        return {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget, typed = context["widget"], self.split(value)
        html_id = widget["attrs"].get("id") or f"id_{name}"
        widget["layout"] = self.layout
        widget["data"] = self.script_data()
        widget["parts"] = [
            {
                "name": f"{name}-{part.name}",
                "id": html_id if index == 0 else f"{html_id}-{part.name}",
                "label": part.label,
                "value": typed.get(part.name, ""),
                "width": part.width,
                "inputmode": part.inputmode,
                "autocomplete": part.autocomplete,
                "maxlength": part.maxlength,
            }
            for index, part in enumerate(self.parts)
        ]
        return context

    def split(self, value: Any) -> dict[str, str]:
        """The text of each box for a raw or a stored value."""
        return {part.name: str(value.get(part.name) or "") for part in self.parts} if isinstance(value, dict) else {}

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> dict[str, str] | None:
        if self.value_omitted_from_data(data, files, name):
            return None
        return {part.name: data.get(f"{name}-{part.name}", "") for part in self.parts}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        return all(f"{name}-{part.name}" not in data for part in self.parts)

    def id_for_label(self, id_: str) -> str:
        return id_


class DatePartsWidget(PartsWidget):
    """Year (西暦 or 和暦), month and day. Shows a `date`, an ISO text or the raw dict.

    `autocomplete` is the prefix of the tokens: ``bday`` for the date of birth of the one who types.
    """

    def __init__(self, attrs: dict[str, Any] | None = None, *, autocomplete: str = "") -> None:
        super().__init__(attrs)
        tokens = [f"{autocomplete}-{name}" if autocomplete else "" for name in ("year", "month", "day")]
        self.parts = (
            Part("year", _("Year"), "s", "", tokens[0], 12),
            Part("month", _("Month"), "xs", "numeric", tokens[1], 4),
            Part("day", _("Day"), "xs", "numeric", tokens[2], 4),
        )

    def split(self, value: Any) -> dict[str, str]:
        if isinstance(value, date):
            return {"year": str(value.year), "month": str(value.month), "day": str(value.day)}
        if isinstance(value, str) and value:
            texts = value.split("-") if len(value) == ISO_LENGTH else [value]
            texts = [text.lstrip("0") for text in texts] + ["", ""]
            return {"year": texts[0], "month": texts[1], "day": texts[2]}
        return super().split(value)


class AddressPartsWidget(PartsWidget):
    """An address from the prefecture to the room; with `has_postal_code` the postal code comes first."""

    layout = "stack"

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, has_postal_code: bool = False, is_own: bool = True
    ) -> None:
        super().__init__(attrs)
        tokens = ("address-level1", "address-level2", "address-line1", "address-line2") if is_own else ("",) * 4
        postal = Part("postal_code", _("Postal code"), "s", "", "postal-code" if is_own else "", 12)
        self.parts = (
            *((postal,) if has_postal_code else ()),
            Part("prefecture", _("Prefecture"), "m", "", tokens[0], 20),
            Part("city", _("City, ward, town or village"), "l", "", tokens[1], 100),
            Part("street", _("Town and number"), "xl", "", tokens[2], 200),
            Part("building", _("Building and room"), "xl", "", tokens[3], 200),
        )
