"""The fields of a procedure page, whatever they are: one added to the model is carried without a change here."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField

from ..block_ids import stream_data
from ..models import ProcedurePage
from .context import LeftOut, Reading, Writing
from .format import OF_PAGE
from .leaves import plain_text, scalar
from .moments import read_moment, write_moment
from .reading import read
from .writing import write

ENDS = {"closes_at"}
"""Moments that mean the end of a day where only a day is written."""
Field = models.Field[Any, Any]


def fields_of_procedure() -> list[Field]:
    """Those of every page first, then those of a procedure in the order of the model."""
    own = [field for field in ProcedurePage._meta.local_fields if field.editable and not field.primary_key]
    return [ProcedurePage._meta.get_field(name) for name in OF_PAGE] + own


def read_field(field: Field, given: Any, ids: str, reading: Reading) -> Any:
    """What to set; `ids` is the path from which the ids of blocks are derived."""
    place = field.name
    try:
        return _read(field, given, ids, place, reading)
    except ValidationError as error:
        reading.faults.add_error(place, error)
    return None


def _read(field: Field, given: Any, ids: str, place: str, reading: Reading) -> Any:
    if isinstance(field, StreamField):
        return stream_data(read(field.stream_block, given, place, reading), ids)
    if isinstance(field, models.ForeignKey):
        pk = reading.reference(field.related_model, given, place)
        return field.related_model._default_manager.filter(pk=pk).first()
    if isinstance(field, RichTextField):
        return reading.rich_text(plain_text(given), field.features, place)
    if isinstance(field, models.DateTimeField):
        return read_moment(plain_text(given), is_end=field.name in ENDS) if given else None
    if isinstance(field, models.JSONField):
        return given
    form_field = field.formfield()
    if form_field is None:
        raise ValidationError(_("This field cannot be imported."))
    return form_field.clean(scalar(form_field, given))


def write_field(field: Field, page: ProcedurePage, ids: str, writing: Writing) -> Any:
    """As a file writes it; None if it stands at its default."""
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        return write(field.stream_block, field.stream_block.get_prep_value(value), ids, writing) or None
    if isinstance(field, models.ForeignKey):
        return _write_reference(field.related_model, value, writing)
    if value in ("", None) or (field.has_default() and value == field.get_default()):
        return None
    if isinstance(field, RichTextField):
        return writing.rich_text(value)
    if isinstance(field, models.DateTimeField):
        return write_moment(value)
    return value if isinstance(value, bool | int | dict | list) else str(value)


def _write_reference(model: Any, pk: Any, writing: Writing) -> str | None:
    """A document that the file does not carry is left out."""
    try:
        return writing.reference(model, pk)
    except LeftOut:
        return None


def ids_of(field: Field, slug: str) -> str:
    """The path of a stream: that of the form is the slug alone."""
    return slug if field.name == "steps" else f"{slug}/{field.name}"


def is_needed(field: Field) -> bool:
    return not field.blank and not field.has_default() and not isinstance(field, models.BooleanField)
