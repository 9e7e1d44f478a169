"""The letters of the banks' own network (全銀): half width, and fewer than a keyboard has."""

import re
import unicodedata

import jaconv
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .normalise import katakana

LARGE = str.maketrans("ァィゥェォッャュョヮヵヶヲヰヱ・ー", "アイウエオツヤユヨワカケオイエ.-")
"""Small kana become large; the long vowel is a hyphen. ヲ, ヰ and ヱ are not in the set: as they are pronounced."""
ALLOWED = re.compile(r"[ｱ-ﾝﾞﾟ0-9A-Z().\-/ ]")


def zengin_name(text: str) -> str:
    """The holder of an account as banks write it. ValidationError names the letters that they cannot write."""
    large = katakana(text).translate(LARGE)
    wide = unicodedata.normalize("NFKC", large).upper().translate(LARGE)
    name = re.sub(r"\s+", " ", jaconv.z2h(wide, kana=True, ascii=True, digit=True)).strip()
    unknown = dict.fromkeys(letter for letter in name if not ALLOWED.match(letter))
    if unknown:
        raise ValidationError(
            _("Enter the holder of the account in kana, as in the bank book. These letters cannot be used: %(letters)s")
            % {"letters": " ".join(list(unknown)[:10])},
            code="not_zengin",
        )
    return name
