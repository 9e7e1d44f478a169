"""Filed answers as texts: what a person would read, in the order of the questions."""

from collections.abc import Mapping
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..models import AnswerSet, Attachment
from ..schema import Field, Step
from ..schema.kinds import KINDS

Attachments = Mapping[str, Attachment]
"""By the text of their id."""
Item = dict[str, Any]
"""``label``, ``value``, ``files`` (each ``name`` and ``note``)."""
Block = dict[str, Any]
"""``title`` (may be empty) and ``items``."""


def answer_parts(answers: AnswerSet, attachments: Attachments) -> list[dict[str, Any]]:
    """One part a step: ``title`` and ``blocks``."""
    steps = answers.form_version.schema.steps
    return [{"title": step.title, "blocks": _blocks(step, answers.answers, attachments)} for step in steps]


def _blocks(step: Step, values: Mapping[str, Any], attachments: Attachments) -> list[Block]:
    """The questions of a step; a heading, and every row of a repeating group, opens a new block."""
    blocks: list[Block] = [{"title": "", "items": []}]
    for field in step.fields:
        kind = KINDS[field.kind]
        if kind.has_rows:
            blocks += _row_blocks(field, values.get(field.key) or [], attachments)
            blocks.append({"title": "", "items": []})
        elif field.kind == "heading":
            blocks.append({"title": field.label, "items": []})
        elif kind.has_answer:
            blocks[-1]["items"].append(answer_item(field, values.get(field.key), attachments))
    return [block for block in blocks if block["items"]]


def _row_blocks(field: Field, rows: list[dict[str, Any]], attachments: Attachments) -> list[Block]:
    if not rows:
        return [{"title": field.label, "items": [{"label": field.label, "value": _("(none)"), "files": []}]}]
    columns = [column for column in field.fields if KINDS[column.kind].has_answer]
    return [
        {
            "title": f"{field.label} {number}",
            "items": [answer_item(column, row.get(column.key), attachments) for column in columns],
        }
        for number, row in enumerate(rows, 1)
    ]


def answer_item(field: Field, value: Any, attachments: Attachments) -> Item:
    text = KINDS[field.kind].display(field, value) or _("(not filled in)")
    files = [_file(attachments[name]) for name in value or () if name in attachments] if field.kind == "file" else []
    return {"label": field.label, "value": "" if files else text, "files": files}


def _file(attachment: Attachment) -> dict[str, str]:
    size = filesizeformat(attachment.size).replace("\xa0", " ")
    note = _("%(size)s, SHA-256 %(fingerprint)s…") % {"size": size, "fingerprint": attachment.sha256[:16]}
    return {"name": attachment.name, "note": note}
