from ..types import Field
from .base import JSON, Kind


class NoteKind(Kind):
    """A text between the questions; the words stand in `help_text`."""

    name = "note"
    has_answer = False
    is_typed = False

    def validate(self, field: Field, raw: JSON) -> JSON:
        return None

    def clean(self, field: Field, raw: JSON) -> JSON:
        return None

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {}


class HeadingKind(NoteKind):
    name = "heading"


class GroupKind(Kind):
    """Rows of the same columns: a list of ``{"id": row id, column key: value}``. `validation` checks the rows."""

    name = "group"
    has_rows = True

    def clean(self, field: Field, raw: JSON) -> JSON:
        return raw

    @staticmethod
    def fewest(field: Field) -> int:
        return int(field.options.get("min_rows") or (1 if field.required else 0))

    @staticmethod
    def most(field: Field) -> int:
        return int(field.options.get("max_rows") or 50)

    def display(self, field: Field, value: JSON) -> str:
        return str(len(value or ()))

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "array", "minItems": self.fewest(field), "maxItems": self.most(field)}
