"""How the notice is to come, where the form itself asks."""

from collections.abc import Mapping
from typing import Any

from ..enums import Delivery
from .kinds.choices import DeliveryKind
from .types import Field, FormSchema


def asks_delivery(schema: FormSchema) -> bool:
    return _question(schema) is not None


def answered_delivery(schema: FormSchema, answers: Mapping[str, Any]) -> str:
    """What the form's own question says; empty where there is none, or no usable answer."""
    question = _question(schema)
    answer = answers.get(question.key) if question else None
    return answer if isinstance(answer, str) and answer in Delivery.values else ""


def _question(schema: FormSchema) -> Field | None:
    return next((field for field in schema.fields if field.kind == DeliveryKind.name), None)
