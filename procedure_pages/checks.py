"""What must be in order before a procedure is published. Each problem names its field and says what to do."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.enums import ProcedureKind
from submissions.schema import Field, FormSchema
from submissions.schema.kinds import KINDS

from .compiler import Compiled, compile_form
from .parts import parts_in
from .rule_checks import rule_faults

if TYPE_CHECKING:
    from .models import ProcedurePage

Problem = tuple[str, str | Promise]


def problems(page: "ProcedurePage") -> list[Problem]:
    """Field name and sentence of everything that stands in the way of publishing `page`.

    Of the form itself only once the parts it takes from the library are in order.
    """
    of_form = list(_of_library(page)) or list(_of_compiled(compile_form(page)))
    return [*_of_period(page), *_of_promises(page), *_of_notices(page), *of_form]


def _of_compiled(compiled: Compiled) -> Iterator[Problem]:
    yield from _of_form(compiled.schema)
    for fault in (*compiled.faults, *rule_faults(compiled)):
        yield "rules", fault.message


def _of_period(page: "ProcedurePage") -> Iterator[Problem]:
    if page.opens_at and page.closes_at and page.closes_at <= page.opens_at:
        yield "closes_at", _("The procedure closes before it opens. Set a later closing time.")
    if not page.applicant_kinds:
        yield "for_individuals", _("Choose who may apply: individuals, businesses or both.")


def _of_promises(page: "ProcedurePage") -> Iterator[Problem]:
    if page.kind == ProcedureKind.APPLICATION and not page.processing_days:
        yield "processing_days", _("An application needs a standard processing period of one day or more.")
    if not page.purpose.strip():
        yield "purpose", _("Write what the personal data are used for.")


def _of_notices(page: "ProcedurePage") -> Iterator[Problem]:
    if page.kind == ProcedureKind.NOTIFICATION:
        needed: tuple[str, ...] = ("accepted_title",)
    else:
        needed = ("granted_title", "refused_title")
    for name in needed:
        if not getattr(page, name).strip():
            yield name, _("Write the title of this notice. The office cannot decide without it.")
    if not page.issuer.strip():
        yield "issuer", _("Write who issues the notices.")


def _of_library(page: "ProcedurePage") -> Iterator[Problem]:
    parts = list(parts_in(page.steps))
    for twice in dict.fromkeys(part for part in parts if part is not None and parts.count(part) > 1):
        yield "steps", _("“%(part)s” of the library stands twice in the form. Keep one.") % {"part": twice}
    for part in dict.fromkeys(parts):
        if part is None:
            yield "steps", _("The form uses a part of the library that is not there any more. Choose another.")
        elif not part.live:
            yield "steps", _("“%(part)s” of the library is not published yet.") % {"part": part}


def _of_form(schema: FormSchema) -> Iterator[Problem]:
    questions = [field for field in schema.fields if KINDS[field.kind].has_answer]
    if not questions:
        yield "steps", _("The form asks nothing yet. Add at least one question.")
    for message in _repeated(schema):
        yield "steps", message


def _fields(fields: Iterable[Field]) -> Iterator[Field]:
    """Every field as often as it stands in the form."""
    for field in fields:
        yield field
        yield from _fields(field.fields)


def _repeated(schema: FormSchema) -> Iterator[str | Promise]:
    fields = list(_fields(schema.fields))
    aliases = [field.alias for field in fields if field.alias]
    for alias in sorted({alias for alias in aliases if aliases.count(alias) > 1}):
        yield _("Two questions share the name “%(alias)s” for CSV and API. Give each its own.") % {"alias": alias}
    keys = [field.key for field in fields if field.key]
    if len(keys) > len(set(keys)):
        yield _("A question stands twice in the form. Remove one of the two and add it anew.")
