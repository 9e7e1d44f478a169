"""A form at a glance: every question, with what may be answered, before anybody logs in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions.schema import Field, FormSchema
from submissions.schema.kinds import KINDS, FileKind, GroupKind, TableKind

CHOICES_SHOWN = 20
"""A longer list is counted."""


@dataclass(frozen=True, slots=True)
class OutlineStep:
    title: str
    introduction: str
    questions: tuple["OutlineQuestion", ...]


@dataclass(frozen=True, slots=True)
class OutlineQuestion:
    """`hint` says what kind of answer is expected. A note or heading has no answer and no mark."""

    label: str
    kind: str
    is_asked: bool
    is_required: bool
    help_text: str
    hint: str
    columns: tuple["OutlineQuestion", ...]


def outline(schema: FormSchema) -> list[OutlineStep]:
    return [OutlineStep(step.title, step.introduction, _questions(step.fields)) for step in schema.steps]


def documents(schema: FormSchema) -> list[OutlineQuestion]:
    """Everything the form asks to attach; what a repeating group asks for, says for what."""
    return [_question(field, of=group) for group in schema.fields for field in _files(group)]


def _files(field: Field) -> list[Field]:
    below = [found for column in field.fields for found in _files(column)]
    return [field, *below] if KINDS[field.kind].has_files else below


def _questions(fields: tuple[Field, ...]) -> tuple[OutlineQuestion, ...]:
    return tuple(_question(field) for field in fields)


def _question(field: Field, *, of: Field | None = None) -> OutlineQuestion:
    label = field.label
    if of is not None and of is not field:
        label = _("%(label)s (for each “%(group)s”)") % {"label": label, "group": of.label}
    return OutlineQuestion(
        label=label,
        kind=field.kind,
        is_asked=KINDS[field.kind].has_answer,
        is_required=field.required,
        help_text=field.help_text,
        hint="、".join(_hints(field)),
        columns=_questions(field.fields),
    )


def _hints(field: Field) -> Iterator[str]:
    kind = KINDS[field.kind]
    choices = kind.choices(field)
    if len(choices) > CHOICES_SHOWN:
        yield ngettext("one of %(count)d answers", "one of %(count)d answers", len(choices)) % {"count": len(choices)}
    elif choices:
        yield "／".join(choice.label for choice in choices)
    elif isinstance(kind, FileKind):
        yield from _file_hints(field, kind)
    elif isinstance(kind, TableKind):
        yield "／".join(row.label for row in field.choices)
    elif isinstance(kind, GroupKind):
        yield _("up to %(count)d entries") % {"count": kind.most(field)}
    yield from kind.limits(field)
    if field.prefill:
        yield _("filled in from your profile")


def _file_hints(field: Field, kind: FileKind) -> Iterator[str]:
    names = "・".join({"jpg": "JPEG"}.get(name, name.upper()) for name in kind.extensions(field))
    count = kind.most(field)
    yield names
    yield ngettext("up to %(count)d file", "up to %(count)d files", count) % {"count": count}
    yield _("up to %(size)d MB each") % {"size": kind.max_bytes(field) // 1024**2}
