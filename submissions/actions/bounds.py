"""A draft may be wrong, but not without bounds: every later page would have to draw what one program once sent."""

import json
from collections.abc import Mapping
from typing import Any

from ..models import DraftAnswers
from ..refusals import TooMuch
from ..schema import FormSchema
from ..schema.kinds import KINDS, GroupKind
from ..schema.rows import rows_of
from ..schema.validation import row_count_message

CHARACTERS_AT_MOST = 1_000_000
"""Of all answers together, as JSON: many times what the longest form asks for."""


def refuse_crowds(schema: FormSchema, stored: Mapping[str, Any], typed: Mapping[str, Any]) -> None:
    """TooMuch if a group would grow beyond the rows that it may have. One that is larger already may stay so."""
    crowded = {
        question.key: [row_count_message(question, count)]
        for question in schema.fields
        if question.key in typed and KINDS[question.kind].has_rows
        if (count := len(rows_of(typed[question.key]))) > GroupKind.most(question)
        if count > len(rows_of(stored.get(question.key)))
    }
    if crowded:
        raise TooMuch(errors=crowded)


def refuse_bulk(draft: DraftAnswers) -> None:
    """TooMuch if the answers have become too long. Of the rows that were taken out, the oldest go instead."""
    if length(draft.answers) > CHARACTERS_AT_MOST:
        raise TooMuch
    room = CHARACTERS_AT_MOST
    for index in range(len(draft.removed) - 1, -1, -1):
        room -= length(draft.removed[index])
        if room < 0:
            draft.removed = draft.removed[index + 1 :]
            break


def length(part: Any) -> int:
    return len(json.dumps(part, ensure_ascii=False))
