"""What may be written in a procedure file, told by the models and blocks themselves."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from ..fields import ChosenField
from ..models import QuestionSet
from .context import file_kind
from .fields import fields_of_procedure, is_needed
from .related import LISTS


def description() -> Iterator[str]:
    """Line by line, indented; ``*`` marks what must be there."""
    for field in fields_of_procedure():
        mark = "*" if is_needed(field) else ""
        yield f"{field.name}{mark}: {_kind_of_field(field)}"
        if isinstance(field, StreamField):
            yield from _block(field.stream_block, "  ", set())
    for name in LISTS:
        yield f"{name}: [slug of a procedure of the same catalogue]"
    yield "library: "
    questions = QuestionSet._meta.get_field("questions")
    assert isinstance(questions, StreamField)
    yield from ("  name*: text", "  description: text", "  questions*: as the fields of a step, without library")
    yield "tables: name*, description, columns* {heading: text|choice|range|valid_from|value}, rows* [[…]]"
    yield "files: name*, kind* image|document, title*, filename*, content* (base64)"


def _kind_of_field(field: models.Field[Any, Any]) -> str:
    if isinstance(field, StreamField):
        return ""
    if isinstance(field, RichTextField):
        return "HTML or plain text"
    if field.choices:
        return "|".join(str(value) for value, _label in field.choices)
    if isinstance(field, ChosenField):
        return f"[{'|'.join(str(value) for value, _label in field.base_field.choices or ())}]"
    if isinstance(field, models.ForeignKey) and file_kind(field.related_model):
        return "name of a file"
    if isinstance(field, models.ForeignKey):
        return f"code of a {field.related_model._meta.model_name}"
    names = {models.BooleanField: "true|false", models.DateTimeField: "day, moment, or today+90"}
    return next((name for kind, name in names.items() if isinstance(field, kind)), _number_or_text(field))


def _number_or_text(field: models.Field[Any, Any]) -> str:
    return "number" if isinstance(field, models.IntegerField) else "text"


def _block(block: blocks.Block, indent: str, told: set[tuple[str, ...]]) -> Iterator[str]:
    """The settings of a block; what was told above is only named."""
    if isinstance(block, blocks.ListBlock):
        yield from _block(block.child_block, indent, told)
        return
    for name, child in getattr(block, "child_blocks", {}).items():
        prefix = "- " if isinstance(block, blocks.StreamBlock) else ""
        mark = "*" if getattr(child, "required", False) and not child.get_default() else ""
        yield f"{indent}{prefix}{name}{mark}: {_kind_of_block(child)}".rstrip()
        inner = tuple(getattr(child, "child_blocks", {}))
        if inner and (name, *inner) in told:
            continue
        told.add((name, *inner))
        yield from _block(child, f"{indent}    ", told)


def _kind_of_block(block: blocks.Block) -> str:
    if isinstance(block, blocks.ListBlock):
        return "list of"
    if isinstance(block, blocks.ChooserBlock):
        return f"name of a {block.model_class._meta.model_name}"
    if isinstance(block, blocks.RichTextBlock):
        return "HTML or plain text"
    field = getattr(block, "field", None)
    if isinstance(field, forms.MultipleChoiceField | forms.ChoiceField):
        words = "|".join(str(value) for value, _label in field.widget.choices if value)
        return f"[{words}]" if isinstance(field, forms.MultipleChoiceField) else words
    kinds = {forms.BooleanField: "true|false", forms.IntegerField: "number", forms.DateField: "2026-04-01"}
    return next((name for kind, name in kinds.items() if isinstance(field, kind)), "text" if field else "")
