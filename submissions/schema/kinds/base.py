"""What every kind of question must be able to do."""

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed, one_line

from ..types import Choice, Field

JSON = Any
"""A value that JSON can hold: str, int, bool, None, list or dict of these."""
Cell = str | int | Decimal
"""What a cell of a CSV or a spreadsheet holds. A code or a telephone number is a text, so that no zero is lost."""
SUMMARY_AT_MOST = 40


class Column(NamedTuple):
    """A column of an export. `name` is empty where the question has only one, else the part of the answer."""

    name: str
    label: str


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

    def choices(self, field: Field) -> tuple[Choice, ...]:
        """The answers to choose from; none where the answer is typed."""
        return ()

    def limits(self, field: Field) -> list[str]:
        """What the author limits, in the words that an applicant reads beside the question."""
        return []

    def display(self, field: Field, value: JSON) -> str:
        """What a person reads on the confirmation, the receipt and the notice; may have several lines."""
        return "" if value is None else str(value)

    def summary(self, field: Field, value: JSON) -> str:
        """The answer on one short line, for a list."""
        line = " ".join(self.display(field, value).split("\n"))
        return line if len(line) <= SUMMARY_AT_MOST else f"{line[: SUMMARY_AT_MOST - 1]}…"

    def columns(self, field: Field) -> tuple[Column, ...]:
        return (Column("", field.label),)

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        """One for each of `columns`; an empty text where nothing was answered."""
        return (self.display(field, value),)

    def operand(self, field: Field, value: JSON) -> JSON:
        """What a rule or formula works with: JSON, or a `Fraction` where the value writes a number as text."""
        return value

    @abstractmethod
    def json_schema(self, field: Field) -> dict[str, JSON]:
        """JSON Schema 2020-12 of the value."""

    def search_text(self, field: Field, value: JSON) -> str:
        return self.display(field, value)


class PartsKind(Kind):
    """An answer of several named texts: a dict, in which a part that was not typed is missing or empty."""

    parts: ClassVar[dict[str, str | Promise]]
    """By key, the words for each part of the value. An export has a column for each."""

    def is_blank(self, raw: JSON) -> bool:
        if isinstance(raw, dict):
            return all(super(PartsKind, self).is_blank(raw.get(part)) for part in self.typed_parts())
        return super().is_blank(raw)

    def typed_parts(self) -> tuple[str, ...]:
        """The keys of a raw that make it an answer."""
        return tuple(self.parts)

    def columns(self, field: Field) -> tuple[Column, ...]:
        return tuple(Column(part, f"{field.label} {label}") for part, label in self.parts.items())

    def cells(self, field: Field, value: JSON) -> tuple[Cell, ...]:
        return tuple((value or {}).get(part, "") for part in self.parts)


def require_text(raw: JSON) -> str:
    """`raw` if it is a text or number, as text; anything else cannot come from our own pages."""
    if isinstance(raw, str | int) and not isinstance(raw, bool):
        return str(raw)
    raise ValidationError(_("Enter text here."), code="invalid")


def require_line(raw: JSON, limit: int) -> str:
    """`raw` as one line of at most `limit` characters; empty where nothing was typed."""
    return check_length(one_line(require_text(raw or "")), limit)


def check_length(text: str, limit: int) -> str:
    if len(text) > limit:
        raise ValidationError(
            _("Keep this to %(limit)d characters. You have entered %(count)d.") % {"limit": limit, "count": len(text)},
            code="too_long",
        )
    return text
