"""The pages of a procedure that people read before they apply."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from submissions.enums import ProcedureKind
from submissions.queries import current_form

from .cards import cards
from .chapters import chapters
from .compiler import compile_form
from .navigation import breadcrumb
from .outline import documents, outline
from .related import related
from .structured_data import data_block
from .visitors import keep_for_visitors

if TYPE_CHECKING:
    from .models import ProcedurePage


START_LABELS = {
    ProcedureKind.APPLICATION: _("Start the application"),
    ProcedureKind.NOTIFICATION: _("Start the notification"),
    ProcedureKind.REQUEST: _("Start the request"),
}


def guidance_context(page: "ProcedurePage", request: HttpRequest, *, lang: str) -> dict[str, Any]:
    version = None if is_preview(request) else current_form(page)
    schema = compile_form(page).schema if is_preview(request) else version and version.schema
    if version and version.department_id == page.department_id:
        page.department = version.department  # read already
    return {
        "opening": page.opening,
        "documents": documents(schema) if schema else [],
        "outline": outline(schema) if schema else [],
        "department": page.department,
        "start_label": START_LABELS[ProcedureKind(page.kind)],
        "facts": facts(page, lang),
        "processing_period": processing_period(page),
    }


def processing_period(page: "ProcedurePage") -> str:
    """標準処理期間 in words; empty if none is set."""
    days = page.processing_days
    return ngettext("%(days)d business day", "%(days)d business days", days) % {"days": days} if days else ""


def facts(page: "ProcedurePage", lang: str) -> list[tuple[str | Promise, str]]:
    """What people ask first, at a glance. `lang` marks what the author wrote, as in `frame.frame_context`."""
    rows: list[tuple[str | Promise, str]] = [
        (_("Acceptance period"), page.opening.period),
        (_("Number of applications"), page.opening.places),
        (_("Who may apply"), page.applicants),
        (_("Standard processing period"), processing_period(page)),
        (_("Fee"), format_html("<span{}>{}</span>", lang, page.fee) if page.fee else ""),
    ]
    return [(label, value) for label, value in rows if value]


def is_preview(request: HttpRequest) -> bool:
    """Whether the page is shown as it stands in the editor, its form too."""
    return bool(getattr(request, "is_preview", False))


def guidance(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """Can I, what do I need, how long, how much, how: in this order."""
    more = {
        "chapters": chapters(page.guidance),
        "related": cards(related(page), request),
        "structured_data": partial(data_block, page, request),
    }
    response = page.render(request, context_overrides=more)
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response


def questions(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """All questions and documents at a glance, to be printed and prepared."""
    return _part(page, request, "procedure_pages/questions.html", gettext("All questions and documents"))


def checklist(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """What to prepare, on one sheet of paper with boxes to tick."""
    needs = {"needs": chapters(page.guidance)["needs"]}
    return _part(page, request, "procedure_pages/checklist.html", gettext("Checklist of what you need"), **needs)


def _part(page: "ProcedurePage", request: HttpRequest, template: str, name: str, **more: Any) -> HttpResponse:
    here = {"breadcrumb": breadcrumb(page, request, below=name), "part": name, **more}
    response = page.render(request, template=template, context_overrides=here)
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response
