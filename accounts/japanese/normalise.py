"""Width, kana and hyphens: what people type is converted, never refused for its form.

Names are kept as typed: only a kana followed by a combining (semi-)voiced sound mark is composed, as some keyboards
send it in two parts. NFC beyond that would change name characters (U+FA19 and others), so it is not applied.
"""

import re
import unicodedata

import jaconv

COMBINED_KANA = re.compile("[\u3041-\u30ff][\u3099\u309a]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What nobody types on purpose: controls, marks that turn the direction of a text, halves of a character."""
HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－ーｰ", "-"))
LONG_VOWEL = re.compile("(?<=[ァ-ヺー])[-‐‑‒–—―−－]+")
VARIANTS = str.maketrans("髙﨑邉邊澤濵濱齋齊斎惠德眞廣國櫻", "高崎辺辺沢浜浜斉斉斉恵徳真広国桜")
"""The variants of name characters that people most often type for one another; for searching only."""


def as_typed(text: str) -> str:
    """`text` as it is stored: kana composed, control characters gone, ends trimmed, line ends as newlines."""
    text = CONTROL.sub("", LINE_ENDS.sub("\n", text))
    return COMBINED_KANA.sub(lambda match: unicodedata.normalize("NFC", match.group()), text).strip()


def one_line(text: str) -> str:
    return re.sub(r"[\n\t]+", " ", as_typed(text))


def half_width(text: str) -> str:
    """ASCII letters, digits and hyphens for codes and numbers: ``０６−１２３４`` becomes ``06-1234``."""
    folded = unicodedata.normalize("NFKC", as_typed(text).translate(HYPHENS))
    return re.sub(r"\s+", "", folded.translate(HYPHENS))


def katakana(text: str) -> str:
    """Full width katakana from hiragana or half width kana; spaces become full width, a hyphen after a kana is a ー."""
    wide = jaconv.hira2kata(jaconv.h2z(one_line(text), kana=True, ascii=False, digit=False))
    return re.sub(r"\s+", "\u3000", LONG_VOWEL.sub(lambda match: "ー" * len(match.group()), as_typed(wide))).strip()


def search_key(text: str) -> str:
    """What two spellings of one thing share: no width, case, spaces, hiragana or common character variants."""
    folded = unicodedata.normalize("NFKC", as_typed(text).translate(VARIANTS)).translate(VARIANTS).casefold()
    return re.sub(r"\s+", "", jaconv.hira2kata(folded))
