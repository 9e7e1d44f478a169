"""What was sent through an old form, under the keys of the new one.

It never was an application: nobody logged in, nothing was agreed to, no 到達番号 was given. So it does not become a
case, which would need all of that made up, but a file beside the procedure.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from submissions.schema import Field, FormSchema

from .questions import aliases_of

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be calculated by a spreadsheet."""


def answers(page: Any, schema: FormSchema) -> dict[str, Any]:
    """Questions with their keys and choices; submissions, oldest first, with answers by key."""
    fields = {field.alias: field for field in schema.fields if field.alias}
    pairs = [
        (old, [fields[alias] for alias in aliases_of(old, number)])
        for number, old in enumerate(page.get_form_fields(), 1)
    ]
    sent = page.get_submission_class().objects.filter(page=page).order_by("submit_time", "pk")
    return {
        "page": page.title,
        "questions": [_question(field) for _old, new in pairs for field in new],
        "submissions": [
            {
                "submitted_at": timezone.localtime(one.submit_time).isoformat(),
                "answers": dict(_answers(one.form_data, pairs)),
            }
            for one in sent.iterator()
        ],
    }


def as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_csv(data: dict[str, Any]) -> str:
    """One row of keys, one of questions, then the submissions; choices in words."""
    questions = data["questions"]
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["submitted_at", *(question["key"] for question in questions)])
    writer.writerow(["", *(_cell(question["label"], {}) for question in questions)])
    for one in data["submissions"]:
        cells = [_cell(one["answers"].get(question["key"]), question["choices"]) for question in questions]
        writer.writerow([one["submitted_at"], *cells])
    return text.getvalue()


def _question(field: Field) -> dict[str, Any]:
    choices = {choice.key: choice.label for choice in field.choices}
    return {"key": field.key, "alias": field.alias, "kind": field.kind, "label": field.label, "choices": choices}


def _answers(sent: dict[str, Any], pairs: list[tuple[Any, list[Field]]]) -> Iterator[tuple[str, Any]]:
    for old, new in pairs:
        value = sent.get(old.clean_name)
        if value is None or not new:
            continue
        if len(new) == 2:
            moment = parse_datetime(str(value))
            local = timezone.localtime(moment) if moment and timezone.is_aware(moment) else moment
            yield new[0].key, local.date().isoformat() if local else value
            yield new[1].key, local.strftime("%H:%M") if local else ""
        else:
            yield new[0].key, _chosen(value, new[0])


def _chosen(value: Any, field: Field) -> Any:
    """Keys for words that the question still offers; other words stay."""
    keys = {choice.label: choice.key for choice in field.choices}
    if not keys:
        return value
    if isinstance(value, list):
        return [keys.get(words, words) for words in value]
    return [keys.get(value, value)] if field.kind == "checkboxes" else keys.get(value, value)


def _cell(value: Any, choices: dict[str, str]) -> str:
    if isinstance(value, list):
        return "、".join(_cell(part, choices) for part in value)
    words = choices.get(value, value) if isinstance(value, str) else value
    text = "" if words is None else str(words)
    return f"'{text}" if text.startswith(RISKY) else text
