"""Raw answers as a person would read them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ..schema import Field
from ..schema.kinds import KINDS
from ..schema.removed import Removed, is_blank_row, removed_rows
from .items import RemovedRow


def removed_in_words(group: Field, removed: Removed, shown: set[str]) -> list[RemovedRow]:
    rows = [row for row in removed_rows(removed, group.key) if row["id"] not in shown]
    return [RemovedRow(row["id"], row_in_words(group, row)) for row in rows if not is_blank_row(group, row)]


def row_in_words(group: Field, row: Mapping[str, Any]) -> str:
    """What was answered in a row, for somebody who must recognise it."""
    cells = [(column, row.get(column.key)) for column in group.fields]
    return "、".join(in_words(column, raw) for column, raw in cells if not KINDS[column.kind].is_blank(raw))


def in_words(question: Field, raw: Any) -> str:
    """A raw answer as a person would read it; as it was typed where it is not in order."""
    kind = KINDS[question.kind]
    if kind.has_rows:
        return _("%(count)d entries") % {"count": len(raw or ())}
    try:
        return kind.display(question, kind.validate(question, raw)) or _("(empty)")
    except forms.ValidationError:
        return flat_text(raw, {choice.key: choice.label for choice in kind.choices(question)}) or _("(empty)")


def flat_text(raw: Any, labels: Mapping[str, str]) -> str:
    """Every text in a raw answer, in order; a chosen key as its label."""
    if isinstance(raw, dict | list):
        parts = raw.values() if isinstance(raw, dict) else raw
        return " ".join(text for part in parts if (text := flat_text(part, labels)))
    return "" if raw is None else labels.get(str(raw), str(raw))
