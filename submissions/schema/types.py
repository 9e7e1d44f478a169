"""The language that forms are described in: plain data that knows neither a page, a model nor a request.

A schema is frozen with a `FormVersion`. Keys never change once published: answers are stored under them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    key: str
    label: str
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question, note or repeating group.

    `options` holds what only this kind knows (``max_length``, ``min``, ``max``, ``max_files`` …); JSON values only.
    """

    key: str
    kind: str
    label: str
    required: bool = True
    help_text: str = ""
    alias: str = ""
    example: str = ""
    prefill: str = ""
    """An attribute of the applicant's profile that fills this field in a new draft."""
    autocomplete: str = ""
    sensitive: bool = False
    choices: tuple[Choice, ...] = ()
    fields: tuple["Field", ...] = ()
    """The columns of a repeating group."""
    options: dict[str, Any] = field(default_factory=dict)

    def choice_label(self, key: str) -> str:
        return next((choice.label for choice in self.choices if choice.key == key), key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    key: str
    title: str
    fields: tuple[Field, ...]
    introduction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSchema:
    steps: tuple[Step, ...]

    @property
    def fields(self) -> Iterator[Field]:
        """The fields of all steps in order; the columns of groups are not among them."""
        return (field for step in self.steps for field in step.fields)

    def field(self, key: str) -> Field | None:
        """The field with that key, on the top level or inside a group; None if there is none."""
        for candidate in self.fields:
            for found in (candidate, *candidate.fields):
                if found.key == key:
                    return found
        return None

    def step_of(self, key: str) -> Step | None:
        """The step that asks the field with that key."""
        return next((step for step in self.steps if any(field.key == key for field in step.fields)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What the office promised when it published: frozen beside the form, read by the desk and the notice."""

    kind: str
    department_code: str
    processing_days: int
    """標準処理期間 in business days; 0 where none is set (a 届出)."""
    purpose: str
    """利用目的, shown before the first question (個人情報保護法 第62条)."""
    has_approval: bool = False
    granted_title: str = ""
    refused_title: str = ""
    accepted_title: str = ""
    granted_text: str = ""
    redress: str = ""
    """教示, printed on an adverse decision; empty where the outcome is no 処分."""
    issuer: str = ""
    retention_years: int = 5
    applicant_kinds: tuple[str, ...] = ("individual", "business")
