"""Codes with rules of their own."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from stdnum.jp import cn

from accounts.japanese.normalise import as_typed, half_width

from ..types import Field
from .base import JSON, Kind, check_length, require_text

WIDE_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SCHEMES = ("http", "https")
LONGEST_URL = 2000


class UrlKind(Kind):
    """An address on the web. Nobody fetches it."""

    name = "url"

    def clean(self, field: Field, raw: JSON) -> str:
        text = check_length(as_typed(require_text(raw)).translate(WIDE_ASCII), LONGEST_URL)
        scheme, mark, rest = text.partition("://")
        url = f"{scheme.lower()}{mark}{rest}"
        try:
            URLValidator(schemes=SCHEMES)(url)
        except ValidationError:
            raise ValidationError(
                _("Enter an address that begins with https:// or http://, for example https://example.jp/."),
                code="invalid_url",
            ) from None
        if "@" in urlsplit(url).netloc:
            raise ValidationError(_("Enter the address without a user name or a password."), code="has_user")
        return url

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": r"^https?://[^\s]+$", "maxLength": LONGEST_URL}


class CorporateNumberKind(Kind):
    """法人番号: 13 digits, the first of which checks the others (国税庁 告示, 検査用数字)."""

    name = "corporate_number"

    def clean(self, field: Field, raw: JSON) -> str:
        digits = half_width(require_text(raw)).replace("-", "")
        if not re.fullmatch(r"[0-9]{13}", digits):
            raise ValidationError(
                _("Enter the 13 digits of the corporate number, for example 4000020270008."), code="invalid_length"
            )
        if not cn.is_valid(digits):
            raise ValidationError(
                _("This is not a corporate number: check whether a digit is wrong or two have changed places."),
                code="wrong_check_digit",
            )
        return digits

    def json_schema(self, field: Field) -> dict[str, JSON]:
        return {"type": "string", "pattern": "^[0-9]{13}$"}
