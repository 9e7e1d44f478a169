"""The language that forms are described in: plain data that knows neither a page, a model nor a request.

A schema is frozen with a `FormVersion`. Keys never change once published: answers are stored under them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
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
    """HTML's word for what is asked, so that a browser can fill it in (WCAG 1.3.5)."""
    reviewer_help: str = ""
    """What the office looks at in this answer; never shown to the applicant."""
    sensitive: bool = False
    choices: tuple[Choice, ...] = ()
    """The answers that the author offers; of a table, its rows."""
    fields: tuple["Field", ...] = ()
    """The columns of a repeating group or a table."""
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
class Rule:
    """When something holds, something else about the form changes. See `submissions.schema.evaluation`.

    `effect` is one of ``show``, ``require``, ``limit``, ``warn``, ``stop``, ``skip``, ``set``. A target is the key of a
    field, group or step, or ``field:choice``.
    """

    effect: str
    targets: tuple[str, ...] = ()
    when: Any = True
    """An expression (`submissions.schema.expressions`)."""
    check: Any = True
    """limit: what must hold of the targets when `when` does."""
    value: Any = None
    """set: the expression that a calculated target takes."""
    title: str = ""
    """stop: the heading of a page of its own that says what to do instead; empty, the message stands in the form."""
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class FormSchema:
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...] = ()
    tables: dict[str, Any] = field(default_factory=dict)
    """Look-up tables by name; see `submissions.schema.expressions.tables`."""

    @property
    def fields(self) -> Iterator[Field]:
        """The fields of all steps in order; the columns of groups are not among them."""
        return (field for step in self.steps for field in step.fields)

    def field(self, key: str) -> Field | None:
        """The field with that key, on the top level or inside a group; None if there is none."""
        found = self.index.get(key)
        return found.field if found else None

    def step_of(self, key: str) -> Step | None:
        """The step that asks the field with that key, on the top level or inside a group."""
        found = self.index.get(key)
        return found.step if found else None

    @cached_property
    def index(self) -> dict[str, "Place"]:
        """Every field by its key; the first one, should a key occur twice."""
        found: dict[str, Place] = {}
        for step in self.steps:
            for place in _places(step, step.fields, ()):
                found.setdefault(place.field.key, place)
        return found

    @cached_property
    def rules_for(self) -> dict[tuple[str, str], tuple[Rule, ...]]:
        """The rules of one effect on one target."""
        found: dict[tuple[str, str], tuple[Rule, ...]] = {}
        for rule in self.rules:
            for target in rule.targets:
                key = (rule.effect, target)
                found[key] = (*found.get(key, ()), rule)
        return found

    @cached_property
    def ruled_keys(self) -> frozenset[str]:
        """The fields that a page must mark, because their look depends on answers."""
        targets = {target.partition(":")[0] for rule in self.rules for target in rule.targets}
        computed = {key for key, place in self.index.items() if place.field.kind == "calculated"}
        return frozenset(targets | computed)

    @cached_property
    def is_static(self) -> bool:
        """Nothing in the form depends on an answer, so every question is asked of everybody."""
        kinds = {place.field.kind for place in self.index.values()}
        follows = any("follows" in place.field.options for place in self.index.values())
        return not self.rules and "calculated" not in kinds and not follows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands: its step, and the groups around it from the outermost."""

    field: Field
    step: Step
    groups: tuple[str, ...]


def _places(step: Step, fields: tuple[Field, ...], groups: tuple[str, ...]) -> Iterator[Place]:
    for found in fields:
        yield Place(found, step, groups)
        yield from _places(step, found.fields, (*groups, found.key))


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
