"""The pages of a procedure that people read before they apply."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from submissions.enums import ProcedureKind
from submissions.queries import current_form
from submissions.schema import FormSchema

from .compiler import compile_form
from .navigation import breadcrumb
from .outline import documents, outline
from .visitors import keep_for_visitors

if TYPE_CHECKING:
    from .models import ProcedurePage


START_LABELS = {
    ProcedureKind.APPLICATION: _("Start the application"),
    ProcedureKind.NOTIFICATION: _("Start the notification"),
    ProcedureKind.REQUEST: _("Start the request"),
}


def guidance_context(page: "ProcedurePage", request: HttpRequest) -> dict[str, Any]:
    schema = offered_form(page, request)
    opening = page.opening
    return {
        "opening": opening,
        "documents": documents(schema) if schema else [],
        "outline": outline(schema) if schema else [],
        "department": page.department,
        "start_label": START_LABELS[ProcedureKind(page.kind)],
        "breadcrumb": breadcrumb(page, request),
        "facts": facts(page),
    }


def facts(page: "ProcedurePage") -> list[tuple[str | Promise, str]]:
    """What people ask first."""
    days = page.processing_days
    period = ngettext("%(days)d business day", "%(days)d business days", days) % {"days": days} if days else ""
    rows: list[tuple[str | Promise, str]] = [
        (_("Acceptance period"), page.opening.period),
        (_("Number of applications"), page.opening.places),
        (_("Who may apply"), page.applicants),
        (_("Fee"), page.fee),
        (_("Standard processing period"), period),
        (_("Proof of identity"), page.identity_note),
        (_("Responsible office"), page.department.name),
    ]
    return [(label, value) for label, value in rows if value]


def offered_form(page: "ProcedurePage", request: HttpRequest) -> FormSchema | None:
    """The frozen form that applicants get; in a preview, the form as it stands in the editor."""
    if getattr(request, "is_preview", False):
        return compile_form(page).schema
    version = current_form(page)
    return version.schema if version else None


def guidance(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    response = page.render(request)
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response


def questions(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """All questions and documents at a glance, to be printed and prepared."""
    here = {"breadcrumb": breadcrumb(page, request, below=gettext("All questions and documents"))}
    response = page.render(request, template="procedure_pages/questions.html", context_overrides=here)
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response
