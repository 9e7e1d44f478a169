"""Postal codes, telephone numbers and kana as applicants type them, brought into one form."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .normalise import half_width, katakana

KANA = re.compile("^[ァ-ヺー・ヽヾ－\u3000A-Za-zＡ-Ｚａ-ｚ0-9０-９.．()（）&＆'’-]+$")


def clean_postal_code(text: str) -> str:
    """``540-8570`` from any width, with or without 〒 and hyphen."""
    digits = re.sub(r"[-〒]", "", half_width(text))
    if not re.fullmatch(r"[0-9]{7}", digits):
        raise ValidationError(_("Enter a postal code of 7 digits, for example 540-8570."), code="invalid_postal")
    return f"{digits[:3]}-{digits[3:]}"


def clean_telephone(text: str) -> str:
    """Digits in ASCII, hyphens where they were typed; 10 or 11 digits, or a number with its country code."""
    number = re.sub(r"[-()]+", "-", half_width(text)).strip("-").replace("+-", "+")
    digits = number.replace("-", "")
    if not re.fullmatch(r"0[0-9]{9,10}|\+[0-9]{8,15}", digits):
        raise ValidationError(
            _("Enter a telephone number of 10 or 11 digits, for example 06-1234-5678."), code="invalid_tel"
        )
    return number


def clean_kana(text: str) -> str:
    """Full width katakana from hiragana or half width kana."""
    kana = katakana(text)
    if not KANA.match(kana):
        raise ValidationError(_("Enter this in katakana, for example ヤマダ　ハナコ."), code="not_kana")
    return kana
