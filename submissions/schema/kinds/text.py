import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from accounts.japanese.contact import KANA, clean_telephone
from accounts.japanese.normalise import as_typed, half_width, katakana, one_line

from ..types import Field
from .base import JSON, Kind, check_length, require_text


class TextKind(Kind):
    name = "text"
    default_limit = 200

    def clean(self, field: Field, raw: JSON) -> str:
        text = check_length(self.normalise(require_text(raw)), self.limit(field))
        pattern = field.options.get("pattern")
        if pattern and not re.fullmatch(pattern, text):
            raise ValidationError(
                field.options.get("pattern_hint") or _("Check how this is written."), code="wrong_pattern"
            )
        return text

    def normalise(self, text: str) -> str:
        return one_line(text)

    def limit(self, field: Field) -> int:
        return int(field.options.get("max_length") or self.default_limit)

    def limits(self, field: Field) -> list[str]:
        limit = field.options.get("max_length")
        return [_("up to %(count)s characters") % {"count": f"{int(limit):,}"}] if limit else []

    def json_schema(self, field: Field) -> dict[str, JSON]:
        pattern = field.options.get("pattern")
        return {
            "type": "string",
            "maxLength": self.limit(field),
            **({"pattern": f"^(?:{pattern})$"} if pattern else {}),
        }


class TextareaKind(TextKind):
    name = "textarea"
    default_limit = 2000

    def normalise(self, text: str) -> str:
        return as_typed(text)

    def limits(self, field: Field) -> list[str]:
        return [_("up to %(count)s characters") % {"count": f"{self.limit(field):,}"}]


class CodeKind(TextKind):
    """A number or code: letters, digits and hyphens, whatever width they were typed in."""

    name = "code"
    default_limit = 40

    def normalise(self, text: str) -> str:
        return half_width(half_width(text).upper())


class KanaKind(TextKind):
    name = "kana"

    def clean(self, field: Field, raw: JSON) -> str:
        text = check_length(katakana(require_text(raw)), self.limit(field))
        if not KANA.match(text):
            raise ValidationError(_("Enter this in katakana, for example ヤマダ　ハナコ."), code="not_kana")
        return text


class EmailKind(Kind):
    name = "email"

    def clean(self, field: Field, raw: JSON) -> str:
        text = half_width(require_text(raw))
        try:
            validate_email(text)
        except ValidationError:
            raise ValidationError(_("Enter an e-mail address like name@example.jp."), code="invalid_email") from None
        return check_length(text, 254)

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "format": "email", "maxLength": 254}


class TelephoneKind(Kind):
    name = "tel"

    def clean(self, field: Field, raw: JSON) -> str:
        return clean_telephone(require_text(raw))

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": r"^\+?[0-9](-?[0-9]){7,14}$"}
