"""What an author writes beside a question, as the answer that it means."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import half_width
from submissions.schema import Field
from submissions.schema.kinds import KINDS

from .errors import FormulaError
from .names import choice_of, plain

RELATIVE = re.compile(r"(?:今日|today)(?:([+-])([0-9]{1,4})(日|days?|か月|ヶ月|months?))?")
NUMBERS = ("integer", "money", "decimal")
CLEANED = ("date", "time", "month", "corporate_number", "tel", "delivery")
YES_NO = {"はい": "yes", "いいえ": "no", "yes": "yes", "no": "no"}


def as_operand(field: Field, written: str) -> Any:
    """An expression for the answer `written`; FormulaError if `field` cannot have it."""
    text = plain(written)
    if field.choices:
        return choice_of(field, text).key
    if field.kind == "yesno" and text in YES_NO:
        return YES_NO[text]
    if field.kind == "declaration":
        return True
    if _is_number(field):
        return _number(field, text)
    if _is_date(field) and (relative := RELATIVE.fullmatch(half_width(text))):
        return _relative(relative)
    if field.kind in CLEANED:
        try:
            return KINDS[field.kind].clean(Field(key=field.key, kind=field.kind, label=field.label), text)
        except ValidationError as error:
            raise FormulaError(f"{text}: {' '.join(error.messages)}") from None
    return text


def _is_number(field: Field) -> bool:
    shown_as = field.options.get("shown_as", "number")
    return field.kind in NUMBERS or (field.kind == "calculated" and shown_as in ("number", "money"))


def _is_date(field: Field) -> bool:
    return field.kind == "date" or field.options.get("shown_as") == "date"


def _number(field: Field, text: str) -> Any:
    digits = re.sub(r"[,円]", "", half_width(text))
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", digits):
        raise FormulaError(_("“%(label)s” is a number; “%(text)s” is none.") % {"label": field.label, "text": text})
    return ["number", digits] if "." in digits else int(digits)


def _relative(match: re.Match[str]) -> Any:
    sign, count, unit = match.groups()
    if sign is None:
        return ["today"]
    operation = "add_days" if unit.startswith(("日", "day")) else "add_months"
    return [operation, ["today"], int(f"{sign}{count}")]
