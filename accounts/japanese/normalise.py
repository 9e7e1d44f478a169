"""Width, kana and hyphens: what people type is converted, never refused for its form.

Names are kept as typed: only a kana followed by a combining (semi-)voiced sound mark is composed, as some keyboards send
it in two parts. NFC beyond that would change name characters (U+FA19 and others), so it is not applied.
"""

import re
import unicodedata

import jaconv

COMBINED_KANA = re.compile("[\u3041-\u30ff][\u3099\u309a]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")
HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－ーｰ", "-"))
VARIANTS = str.maketrans("髙﨑邉邊澤濵濱齋齊斎惠德眞廣國櫻", "高崎辺辺沢浜浜斉斉斉恵徳真広国桜")
"""The variants of name characters that people most often type for one another; for searching only."""


def as_typed(text: str) -> str:
    """`text` as it is stored: kana composed, control characters gone, ends trimmed, line ends as newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = COMBINED_KANA.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    return CONTROL.sub("", text).strip()


def one_line(text: str) -> str:
    return re.sub(r"[\n\t]+", " ", as_typed(text))


def half_width(text: str) -> str:
    """ASCII letters, digits and hyphens for codes and numbers: ``０６−１２３４`` becomes ``06-1234``."""
    return unicodedata.normalize("NFKC", as_typed(text).translate(HYPHENS)).translate(HYPHENS).replace(" ", "")


def katakana(text: str) -> str:
    """Full width katakana from hiragana or half width kana; letters and spaces become full width too."""
    wide = jaconv.h2z(one_line(text), kana=True, ascii=False, digit=False)
    return re.sub(r"[ \u3000]+", "\u3000", jaconv.hira2kata(wide)).strip()


def search_key(text: str) -> str:
    """What two spellings of one thing share: no width, case, spaces, hiragana or common character variants."""
    folded = unicodedata.normalize("NFKC", text.translate(VARIANTS)).translate(VARIANTS).casefold()
    return re.sub(r"\s+", "", jaconv.hira2kata(folded))
