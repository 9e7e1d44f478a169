"""A form of `wagtail.contrib.forms` as the steps of a procedure file."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.contrib.forms.models import FormMixin

Question = dict[str, Any]
ALIAS = re.compile(r"(?!u[0-9a-f]{4})[a-z][a-z0-9_]{0,34}")
"""Not what Wagtail makes of Japanese: the numbers of its characters."""
LONGEST_LABEL = 200
NUMBER = "[+-]?[0-9]+([.][0-9]+)?"


def procedure_file(page: Any, *, department: str, category: str, kind: str) -> tuple[dict[str, Any], list[str]]:
    """The file, and what of the old form it does not carry. What a procedure promises is yet to be written."""
    notes: list[str] = []
    fields = [
        question
        for number, field in enumerate(page.get_form_fields(), 1)
        for question in _read(page, field, number, notes)
    ]
    data = {
        "format": 1,
        "title": page.title,
        "slug": page.slug,
        "summary": page.search_description[:200] or page.title,
        "category": category,
        "kind": kind,
        "department": department,
        "steps": [{"title": _("Your entries"), "fields": fields}],
    }
    return data, notes


def is_form(page: Any) -> bool:
    return isinstance(page, FormMixin)


def aliases_of(field: Any, number: int) -> list[str]:
    """Of the questions that `field` becomes: two for a moment, none for what is hidden."""
    name = field.clean_name if ALIAS.fullmatch(field.clean_name) else f"question_{number}"
    if field.field_type == "hidden":
        return []
    return [f"{name}_day", f"{name}_time"] if field.field_type == "datetime" else [name]


def _read(page: Any, field: Any, number: int, notes: list[str]) -> list[Question]:
    names = {"label": field.label}
    if field.field_type == "hidden":
        notes.append(_("“%(label)s” is hidden and asks nothing: left out.") % names)
        return []
    if field.default_value and field.field_type != "checkbox":
        notes.append(_("“%(label)s” had an answer filled in beforehand: left out.") % names)
    choices = [words for words, _label in page.form_builder([]).get_formatted_field_choices(field) if words]
    questions = READERS.get(field.field_type, _text)(field, choices)
    for question, alias in zip(questions, aliases_of(field, number), strict=True):
        question.update(alias=alias, required=field.required)
    return questions


def _base(field: Any, kind: str, **settings: Any) -> Question:
    """A label that is too long moves into the explanation as a whole."""
    label, help_text = field.label, field.help_text
    if len(label) > LONGEST_LABEL:
        label, help_text = f"{label[: LONGEST_LABEL - 1]}…", f"{field.label}\n{help_text}".strip()
    return {"kind": kind, "label": label, "help_text": help_text, **settings}


def _text(field: Any, choices: list[str]) -> list[Question]:
    return [_base(field, "text", max_length=255)]


def _number(field: Any, choices: list[str]) -> list[Question]:
    return [_base(field, "text", pattern=NUMBER, pattern_hint=_("Enter a number."))]


def _url(field: Any, choices: list[str]) -> list[Question]:
    return [
        _base(field, "text", pattern=r"https?://\S+", pattern_hint=_("Enter an address that begins with https://."))
    ]


def _moment(field: Any, choices: list[str]) -> list[Question]:
    day, time = _base(field, "date"), _base(field, "time")
    time["label"] = _("%(label)s (time)") % {"label": time["label"][:180]}
    return [day, time]


def _plain(kind: str) -> Callable[[Any, list[str]], list[Question]]:
    return lambda field, choices: [_base(field, kind)]


def _choice(kind: str) -> Callable[[Any, list[str]], list[Question]]:
    """One answer alone is no choice: it becomes something to tick."""

    def read(field: Any, choices: list[str]) -> list[Question]:
        unique = list(dict.fromkeys(choices))
        if len(unique) < 2:
            label = "：".join(filter(None, [field.label, *unique]))
            return [{"kind": "declaration", "label": label, "help_text": field.help_text}]
        return [_base(field, kind, choices=[{"label": words[:LONGEST_LABEL]} for words in unique])]

    return read


READERS: dict[str, Callable[[Any, list[str]], list[Question]]] = {
    "singleline": _text,
    "multiline": _plain("textarea"),
    "email": _plain("email"),
    "number": _number,
    "url": _url,
    "checkbox": _plain("declaration"),
    "checkboxes": _choice("checkboxes"),
    "multiselect": _choice("checkboxes"),
    "dropdown": _choice("select"),
    "radio": _choice("radio"),
    "date": _plain("date"),
    "datetime": _moment,
}
"""By the kind of the old field; a kind that somebody added is read as a line of text."""
