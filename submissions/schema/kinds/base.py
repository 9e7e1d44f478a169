"""What every kind of question must be able to do."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed

from ..types import Field

JSON = Any
"""A value that JSON can hold: str, int, bool, None, list or dict of these."""


class Kind(ABC):
    """One kind of question, without state.

    *raw* is what somebody typed, kept in drafts as it is; *value* is the canonical form that a filed round stores.
    ``clean(field, clean(field, raw)) == clean(field, raw)`` for every kind: a value is a valid raw.
    """

    name: ClassVar[str]
    has_answer: ClassVar[bool] = True
    has_rows: ClassVar[bool] = False
    has_files: ClassVar[bool] = False
    """The answer is a list of attachments: it changes by upload and removal only."""
    is_typed: ClassVar[bool] = True
    """False for a value that the form works out itself."""
    is_choice: ClassVar[bool] = False
    """Changes the words of an error: choose, not enter."""

    def is_blank(self, raw: JSON) -> bool:
        return raw in (None, "", [], {}) or (isinstance(raw, str) and not as_typed(raw))

    def validate(self, field: Field, raw: JSON) -> JSON:
        """The value of `raw`, None if it is blank and may be. ValidationError tells how to mend it."""
        if not self.is_blank(raw):
            return self.clean(field, raw)
        if field.required:
            raise ValidationError(self.required_message(field), code="required")
        return None

    def required_message(self, field: Field) -> str:
        message = _("Choose “%(label)s”.") if self.is_choice else _("Enter “%(label)s”.")
        return message % {"label": field.label}

    @abstractmethod
    def clean(self, field: Field, raw: JSON) -> JSON:
        """The value of a `raw` that is not blank."""

    def display(self, field: Field, value: JSON) -> str:
        """What a person reads on the confirmation, the receipt and the notice."""
        return "" if value is None else str(value)

    def operand(self, field: Field, value: JSON) -> JSON:
        """What a rule or formula works with: JSON, or a `Fraction` where the value writes a number as text."""
        return value

    @abstractmethod
    def json_schema(self, field: Field) -> dict[str, JSON]:
        """JSON Schema 2020-12 of the value."""

    def search_text(self, field: Field, value: JSON) -> str:
        return self.display(field, value)


def require_text(raw: JSON) -> str:
    """`raw` if it is a text or number, as text; anything else cannot come from our own pages."""
    if isinstance(raw, str | int) and not isinstance(raw, bool):
        return str(raw)
    raise ValidationError(_("Enter text here."), code="invalid")
