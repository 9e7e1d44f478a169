"""Filed answers as texts: what a person would read, in the order of the questions."""

from collections.abc import Mapping
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..models import AnswerSet, Attachment
from ..schema import Field
from ..schema.evaluation import Area
from ..schema.kinds import KINDS
from ..schema.rows import row_name

Attachments = Mapping[str, Attachment]
"""By the text of their id."""
Item = dict[str, Any]
"""``label``, ``value``, ``files`` (each ``name`` and ``note``)."""
Block = dict[str, Any]
"""``title`` (may be empty) and ``items``."""


def answer_parts(answers: AnswerSet, attachments: Attachments) -> list[dict[str, Any]]:
    """One part for each step that was asked: ``title`` and ``blocks``."""
    evaluation = answers.evaluation
    return [
        {"title": step.title, "blocks": _blocks(evaluation.form, step.fields, attachments)} for step in evaluation.steps
    ]


def _blocks(area: Area, fields: tuple[Field, ...], attachments: Attachments, title: str = "") -> list[Block]:
    """The questions that were asked; a heading, and every row of a repeating group, opens a new block."""
    blocks: list[Block] = [{"title": title, "items": []}]
    for field in fields:
        kind = KINDS[field.kind]
        if not area.is_shown(field):
            continue
        if kind.has_rows:
            blocks += _row_blocks(area, field, attachments, title)
            blocks.append({"title": "", "items": []})
        elif field.kind == "heading":
            blocks.append({"title": field.label, "items": []})
        elif kind.has_answer:
            blocks[-1]["items"].append(answer_item(field, area.raw.get(field.key), attachments))
    return [block for block in blocks if block["items"]]


def _row_blocks(area: Area, field: Field, attachments: Attachments, within: str) -> list[Block]:
    label = f"{within} {field.label}".lstrip()
    rows = area.rows(field.key)
    if not rows:
        return [{"title": label, "items": [{"label": field.label, "value": _("(none)"), "files": []}]}]
    blocks = (
        _blocks(row, field.fields, attachments, row_name(field, number, row.title, label=label))
        for number, row in enumerate(rows, 1)
    )
    return [block for found in blocks for block in found]


def answer_item(field: Field, value: Any, attachments: Attachments) -> Item:
    text = KINDS[field.kind].display(field, value) or _("(not filled in)")
    files = (
        [_file(attachments[name]) for name in value or () if name in attachments] if KINDS[field.kind].has_files else []
    )
    return {"label": field.label, "value": "" if files else text, "files": files}


def _file(attachment: Attachment) -> dict[str, str]:
    size = filesizeformat(attachment.size).replace("\xa0", " ")
    note = _("%(size)s, SHA-256 %(fingerprint)s…") % {"size": size, "fingerprint": attachment.sha256[:16]}
    return {"name": attachment.name, "note": note}
