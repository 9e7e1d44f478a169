"""The values at the ends: text, number, tick, date, rich text, reference."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from .context import Reading


def read_leaf(block: blocks.Block, given: Any, place: str, reading: Reading) -> Any:
    """As stored. Whatever is wrong with it is a fault at `place`."""
    try:
        return _leaf(block, given, place, reading)
    except ValidationError as error:
        reading.faults.add_error(place, error)
    except (KeyError, TypeError, ValueError, AttributeError):
        reading.faults.add(place, _("This cannot be read."))
    return None


def _leaf(block: blocks.Block, given: Any, place: str, reading: Reading) -> Any:
    if isinstance(block, blocks.ChooserBlock):
        before = len(reading.faults)
        stored = reading.reference(block.model_class, given, place)
        if len(reading.faults) == before:
            block.clean(stored)
        return stored
    if isinstance(block, blocks.RichTextBlock):
        stored = reading.rich_text(plain_text(given), block.features, place)
        block.clean(block.to_python(stored))
        return stored
    if not isinstance(block, blocks.FieldBlock):
        block.clean(block.to_python(given))
        return given
    return block.get_prep_value(block.value_from_form(block.field.clean(scalar(block.field, given))))


def scalar(field: forms.Field, given: Any) -> Any:
    """`given` if it is what `field` can stand for; ValidationError otherwise."""
    if isinstance(field, forms.BooleanField):
        if not isinstance(given, bool | None):
            raise ValidationError(_("Write true or false."))
        return bool(given)
    if isinstance(field, forms.MultipleChoiceField):
        if not isinstance(given, list | None):
            raise ValidationError(_("Write a list here."))
        return given
    return plain_text(given) if given is not None else None


def plain_text(given: Any) -> str:
    if given is None:
        return ""
    if isinstance(given, bool):
        raise ValidationError(_("Write true and false in quotes if they are meant as words."))
    if not isinstance(given, str | int | float):
        raise ValidationError(_("Write a single text or number here."))
    return str(given)
