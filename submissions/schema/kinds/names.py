from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from accounts.japanese.contact import KANA
from accounts.japanese.normalise import katakana

from ..types import Field
from .base import JSON, PartsKind, check_length, require_line

LIMIT = 200


class NameKind(PartsKind):
    """氏名 and フリガナ, asked together. The name is stored as it was typed, the furigana in full width katakana."""

    name = "name"
    parts = {
        "name": pgettext_lazy("a part of the question for a name", "Name"),
        "kana": pgettext_lazy("a part of the question for a name", "Furigana"),
    }

    def clean(self, field: Field, raw: JSON) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise ValidationError(_("Enter the name and its furigana."), code="invalid")
        needs_kana = self.needs_kana(field)
        name, kana = require_line(raw.get("name"), LIMIT), katakana(require_line(raw.get("kana"), LIMIT))
        if not name or (needs_kana and not kana):
            missing = self.parts["kana" if name else "name"]
            raise ValidationError(
                _("“%(label)s” also needs the box “%(part)s”.") % {"label": field.label, "part": missing},
                code="incomplete",
            )
        if kana and not KANA.match(check_length(kana, LIMIT)):
            raise ValidationError(
                _("Enter the furigana in katakana or hiragana, for example ヤマダ　ハナコ."), code="not_kana"
            )
        return {"name": name, "kana": kana}

    @staticmethod
    def needs_kana(field: Field) -> bool:
        return bool(field.options.get("kana_required", True))

    def display(self, field: Field, value: JSON) -> str:
        if not value:
            return ""
        return f"{value['name']}（{value['kana']}）" if value["kana"] else str(value["name"])

    def json_schema(self, field: Field) -> dict[str, JSON]:
        name = {"type": "string", "minLength": 1, "maxLength": LIMIT}
        return {
            "type": "object",
            "properties": {"name": name, "kana": {**name, "minLength": int(self.needs_kana(field))}},
            "required": list(self.parts),
            "additionalProperties": False,
        }
