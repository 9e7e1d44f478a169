import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed, half_width, katakana, one_line

from ..types import Field
from .base import JSON, Kind, require_text

KANA = re.compile("^[ァ-ヺー・ヽヾ－　A-Za-zＡ-Ｚａ-ｚ0-9０-９.．()（）&＆'’-]+$")


def check_length(text: str, limit: int) -> str:
    if len(text) > limit:
        raise ValidationError(
            _("Keep this to %(limit)d characters. You have entered %(count)d.") % {"limit": limit, "count": len(text)},
            code="too_long",
        )
    return text


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
        text = re.sub(r"[-()]+", "-", half_width(require_text(raw))).strip("-").replace("+-", "+")
        digits = text.replace("-", "")
        is_national = re.fullmatch(r"0[0-9]{9,10}", digits)
        is_international = re.fullmatch(r"\+[0-9]{8,15}", digits)
        if not (is_national or is_international):
            raise ValidationError(
                _("Enter a telephone number of 10 or 11 digits, for example 06-1234-5678."), code="invalid_tel"
            )
        return text

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": r"^\+?[0-9](-?[0-9]){7,14}$"}
