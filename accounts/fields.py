"""Form fields that take what people in Japan type and convert it instead of refusing it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .japanese.contact import clean_kana, clean_postal_code, clean_telephone
from .japanese.eras import both_calendars, parse_date
from .japanese.normalise import half_width, one_line
from .widgets import AddressPartsWidget, DatePartsWidget

ADDRESS_NEEDS = ("prefecture", "city", "street")


class LineField(forms.CharField):
    """A name or another single line, stored as typed."""

    default_error_messages = {
        "max_length": _("Keep this to %(limit_value)d characters. You have entered %(show_value)d."),
        "min_length": _("Enter %(limit_value)d characters or more. You have entered %(show_value)d."),
    }

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class KanaField(LineField):
    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return clean_kana(text) if text else ""


class PostalCodeField(LineField):
    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return clean_postal_code(text) if text else ""


class TelephoneField(LineField):
    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel"})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return clean_telephone(text) if text else ""


class MailField(LineField):
    """An e-mail address in lower case, typed in any width."""

    widget = forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email", "spellcheck": "false"})

    def to_python(self, value: Any) -> str:
        text = half_width(super().to_python(value)).lower()
        try:
            if text:
                validate_email(text)
        except ValidationError:
            raise ValidationError(_("Enter an e-mail address like name@example.jp."), code="invalid_email") from None
        return text


class CodeField(LineField):
    """A login ID or a confirmation code: half width, no spaces."""

    def to_python(self, value: Any) -> str:
        return half_width(super().to_python(value))


class DatePartsField(forms.Field):
    """A `date` from three boxes; None if all are empty and may be. `is_past` refuses days after today."""

    widget = DatePartsWidget

    def __init__(self, *, is_past: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.is_past = is_past

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value is None:
            return value
        texts = [str(value.get(name) or "").strip() for name in ("year", "month", "day")]
        return parse_date(*texts) if any(texts) else None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if self.is_past and value is not None and value > _today():
            raise ValidationError(
                _("Enter %(date)s or earlier."), code="in_future", params={"date": both_calendars(_today())}
            )

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class AddressPartsField(forms.Field):
    """A dict of the parts of an address, or of empty texts."""

    widget = AddressPartsWidget

    def to_python(self, value: Any) -> dict[str, str]:
        return {part.name: one_line(str((value or {}).get(part.name) or "")) for part in self.widget.parts}

    def validate(self, value: dict[str, str]) -> None:
        super().validate(any(value.values()) or None)
        if any(value.values()) and not all(value[part] for part in ADDRESS_NEEDS):
            raise ValidationError(
                _("Enter the prefecture, the municipality and the town with its number."), code="incomplete"
            )
        for part in self.widget.parts:
            if len(value[part.name]) > part.maxlength:
                raise ValidationError(
                    _("Keep this to %(limit)d characters. You have entered %(count)d."),
                    code="too_long",
                    params={"limit": part.maxlength, "count": len(value[part.name])},
                )


def _today() -> date:
    return timezone.localdate()
