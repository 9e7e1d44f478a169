from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...enums import Delivery
from ..types import Choice, Field
from .base import JSON, Kind


def choice_key(choices: tuple[Choice, ...], raw: JSON) -> str:
    """The key that `raw` names, by key or by alias."""
    for choice in choices:
        if raw == choice.key:
            return choice.key
    for choice in choices:
        if choice.alias and raw == choice.alias:
            return choice.key
    raise ValidationError(_("Choose one of the answers shown."), code="invalid_choice")


class RadioKind(Kind):
    name = "radio"
    is_choice = True

    def choices(self, field: Field) -> tuple[Choice, ...]:
        return field.choices

    def clean(self, field: Field, raw: JSON) -> str:
        return choice_key(self.choices(field), raw)

    def display(self, field: Field, value: JSON) -> str:
        return next((choice.label for choice in self.choices(field) if choice.key == value), value or "")

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"enum": [choice.key for choice in self.choices(field)]}


class SelectKind(RadioKind):
    name = "select"


class SearchSelectKind(RadioKind):
    """A list too long to read: with JavaScript it is searched by typing."""

    name = "search_select"


class YesNoKind(RadioKind):
    """はい or いいえ. Value: ``yes`` or ``no``, texts like every other choice; true and false are understood."""

    name = "yesno"

    def choices(self, field: Field) -> tuple[Choice, ...]:
        return (
            Choice(key="yes", label=pgettext("an answer", "Yes"), alias="はい"),
            Choice(key="no", label=pgettext("an answer", "No"), alias="いいえ"),
        )

    def clean(self, field: Field, raw: JSON) -> str:
        return super().clean(field, {True: "yes", False: "no"}[raw] if isinstance(raw, bool) else raw)


class DeliveryKind(RadioKind):
    """How the notice is to come, 電子 or 書面, asked as a question: the case takes its delivery from the answer."""

    name = "delivery"

    def choices(self, field: Field) -> tuple[Choice, ...]:
        aliases = {Delivery.ELECTRONIC: "電子", Delivery.PAPER: "書面"}
        return tuple(Choice(key=one.value, label=str(one.label), alias=alias) for one, alias in aliases.items())


class CheckboxesKind(Kind):
    name = "checkboxes"
    is_choice = True

    def choices(self, field: Field) -> tuple[Choice, ...]:
        return field.choices

    def clean(self, field: Field, raw: JSON) -> list[str]:
        if not isinstance(raw, list):
            raw = [raw]
        chosen = {choice_key(field.choices, item) for item in raw}
        lowest, highest = self.bounds(field)
        if len(chosen) < lowest:
            raise ValidationError(_("Choose %(count)d or more.") % {"count": lowest}, code="too_few")
        if len(chosen) > highest:
            raise ValidationError(_("Choose %(count)d or fewer.") % {"count": highest}, code="too_many")
        return [choice.key for choice in field.choices if choice.key in chosen]

    @staticmethod
    def bounds(field: Field) -> tuple[int, int]:
        """The fewest and the most that may be ticked by somebody who answers at all."""
        return int(field.options.get("min") or 1), int(field.options.get("max") or len(field.choices))

    def limits(self, field: Field) -> list[str]:
        fewest, most = int(field.options.get("min") or 0), int(field.options.get("max") or 0)
        first, last = (
            [text % {"count": count}]
            for text, count in ((_("choose %(count)d or more"), fewest), (_("choose %(count)d or fewer"), most))
        )
        return (first if fewest > 1 else []) + (last if most else [])

    def display(self, field: Field, value: JSON) -> str:
        return "、".join(field.choice_label(key) for key in value or ())

    def json_schema(self, field: Field) -> dict[str, JSON]:
        lowest, highest = self.bounds(field)
        return {
            "type": "array",
            "items": {"enum": [choice.key for choice in field.choices]},
            "minItems": lowest,
            "maxItems": highest,
            "uniqueItems": True,
        }


class DeclarationKind(Kind):
    """A tick below a sentence. Required means that it must be ticked."""

    name = "declaration"
    is_choice = True

    def is_blank(self, raw: JSON) -> bool:
        return super().is_blank(raw) or raw in (False, "false", "off")

    def required_message(self, field: Field) -> str:
        return _("Read this and tick it if you agree: “%(label)s”.") % {"label": field.label}

    def clean(self, field: Field, raw: JSON) -> bool:
        if raw not in (True, "true", "on", "1"):
            raise ValidationError(_("Tick the box if you agree."), code="invalid")
        return True

    def display(self, field: Field, value: JSON) -> str:
        return _("Agreed") if value else ""

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"const": True} if field.required else {"type": "boolean"}
