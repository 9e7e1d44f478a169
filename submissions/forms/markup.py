"""The markup of a question, drawn once a process for each form and language, and filled with the answer after that.

A published form never changes, so neither do label, mark, help and box of a question: only the answer differs between
the thousands who have the same step open. A question with an error, a lock, files or several boxes is drawn afresh.
"""

from typing import Any

from django.forms import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ..schema import Field
from ..schema.kinds import KINDS

LINES = frozenset(
    {
        "text",
        "kana",
        "code",
        "corporate_number",
        "url",
        "email",
        "tel",
        "integer",
        "decimal",
        "money",
        "time",
        "textarea",
    }
)
CHOICES = frozenset({"radio", "select", "yesno", "delivery"})
ANSWER = "\ue000\ue001"
"""Private-use characters, which `normalise` never lets into an answer side by side: marks the place of the answer."""
KEPT_AT_MOST = 20_000
_kept: dict[tuple[str, ...], tuple[str, ...]] = {}


def question_markup(bound: BoundField, question: Field, *, form_key: str, answer: Any) -> SafeString:
    """As `bound.as_field_group()`. `form_key` names the published form; empty, nothing is kept."""
    answer = "" if answer is None else answer
    if not form_key or bound.errors or bound.field.disabled or bound.name != question.key:
        return bound.as_field_group()
    key = (form_key, get_language() or "", question.key)
    if question.kind in LINES and isinstance(answer, str | int):
        return mark_safe(escape(str(answer)).join(_parts(key, bound, ANSWER)))
    if question.kind in CHOICES and (answer == "" or is_offered(question, answer)):
        return mark_safe(_parts((*key, answer), bound, answer)[0])
    return bound.as_field_group()


def is_offered(question: Field, answer: Any) -> bool:
    return any(answer == choice.key for choice in KINDS[question.kind].choices(question))


def _parts(key: tuple[str, ...], bound: BoundField, answer: Any) -> tuple[str, ...]:
    """The markup around the place of the answer."""
    if key not in _kept:
        if len(_kept) >= KEPT_AT_MOST:
            _kept.clear()
        bound.initial = answer
        _kept[key] = tuple(bound.as_field_group().split(ANSWER))
        del bound.initial
    return _kept[key]
