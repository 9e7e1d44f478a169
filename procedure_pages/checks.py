"""What must be in order before a procedure is published, and what its author should look at again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from accounts.japanese.normalise import search_key
from submissions.enums import ProcedureKind
from submissions.schema import FormSchema
from submissions.schema.kinds import KINDS

from .compiler import Compiled, compile_form
from .eligibility import check_faults
from .form_checks import every_field, problems_of_form
from .parts import parts_in
from .problems import Place, Problem, warning
from .rule_checks import rule_faults
from .trials import broken_cases

if TYPE_CHECKING:
    from .models import ProcedurePage


def problems(page: "ProcedurePage") -> list[Problem]:
    """Everything that stands in the way of publishing `page`, and every warning, in the order of the editor.

    Of the form itself only once the parts it takes from the library are in order.
    """
    return [
        *check_faults(page.eligibility_check),
        *(list(_of_library(page)) or _of_compiled(page, compile_form(page))),
        *_of_period(page),
        *_of_promises(page),
        *_of_notices(page),
    ]


def _of_compiled(page: "ProcedurePage", compiled: Compiled) -> Iterator[Problem]:
    yield from _of_documents(page, compiled.schema)
    yield from problems_of_form(compiled.schema)
    for fault in (*compiled.faults, *rule_faults(compiled)):
        is_question = fault.place in compiled.schema.index
        yield Problem(Place("steps" if is_question else "rules", fault.place), fault.message)
    for fault in broken_cases(page.test_cases, compiled.schema):
        yield Problem(Place("test_cases", fault.place), fault.message)


def _of_period(page: "ProcedurePage") -> Iterator[Problem]:
    if page.opens_at and page.closes_at and page.closes_at <= page.opens_at:
        yield Problem(Place("closes_at"), _("The procedure closes before it opens. Set a later closing time."))
    if not page.applicant_kinds:
        yield Problem(Place("for_individuals"), _("Choose who may apply: individuals, businesses or both."))


def _of_promises(page: "ProcedurePage") -> Iterator[Problem]:
    """標準処理期間 and 審査基準: 行政手続法 第5条, 第6条. 利用目的: 個人情報保護法 第62条."""
    is_application = page.kind == ProcedureKind.APPLICATION
    if is_application and not page.processing_days:
        message = _("An application needs a standard processing period of one day or more.")
        yield Problem(Place("processing_days"), message)
    if is_application and not _text_of(page.criteria):
        yield Problem(Place("criteria"), _("Write by which criteria an application is reviewed."))
    if not page.purpose.strip():
        yield Problem(Place("purpose"), _("Write what the personal data are used for."))


def _of_notices(page: "ProcedurePage") -> Iterator[Problem]:
    is_notification = page.kind == ProcedureKind.NOTIFICATION
    for name in ("accepted_title",) if is_notification else ("granted_title", "refused_title"):
        if not getattr(page, name).strip():
            yield Problem(Place(name), _("Write the title of this notice. The office cannot decide without it."))
    if not page.issuer.strip():
        yield Problem(Place("issuer"), _("Write who issues the notices."))
    if not is_notification and not page.is_not_disposition and not page.redress.strip():
        yield warning(Place("redress"), _NO_REDRESS)


def _of_library(page: "ProcedurePage") -> Iterator[Problem]:
    at, parts = Place("steps"), list(parts_in(page.steps))
    for twice in dict.fromkeys(part for part in parts if part is not None and parts.count(part) > 1):
        message = _("“%(part)s” of the library stands twice in the form. Keep one.")
        yield Problem(at, message % {"part": twice})
    for part in dict.fromkeys(parts):
        if part is None:
            message = _("The form uses a part of the library that is not there any more. Choose another.")
            yield Problem(at, message)
        elif not part.live:
            yield Problem(at, _("“%(part)s” of the library is not published yet.") % {"part": part})


_NO_REDRESS = _(
    "Nothing tells the applicant how to contest a refusal. Write the instruction on redress, or tick that the outcome "
    "is not an administrative disposition."
)
"""教示: 行政不服審査法 第82条."""


def _of_documents(page: "ProcedurePage", schema: FormSchema) -> Iterator[Problem]:
    """A list that an author writes should be complete; without one the page lists the attachments by itself."""
    lists = [block.value for block in page.guidance if block.block_type == "documents"]
    if not lists:
        return
    named = search_key(" ".join(f"{document['name']} {document['detail']}" for rows in lists for document in rows))
    for field in every_field(schema):
        if KINDS[field.kind].has_files and field.required and search_key(field.label) not in named:
            message = _("“%(label)s” must be attached, but the guidance does not name it among the required documents.")
            yield warning(Place("guidance"), message % {"label": field.label})


def _text_of(html: str) -> str:
    return strip_tags(html).strip()
