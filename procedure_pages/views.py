"""The pages of a procedure that people read before they apply."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse

from submissions.queries import current_form
from submissions.schema import Field, FormSchema

from .compiler import compile_form
from .visitors import keep_for_visitors

if TYPE_CHECKING:
    from .models import ProcedurePage


def guidance_context(page: "ProcedurePage", request: HttpRequest) -> dict[str, Any]:
    schema = offered_form(page, request)
    return {
        "opening": page.opening,
        "schema": schema,
        "documents": documents_of(schema) if schema else [],
        "department": page.department,
    }


def offered_form(page: "ProcedurePage", request: HttpRequest) -> FormSchema | None:
    """The frozen form that applicants get; in a preview, the form as it stands in the editor."""
    if getattr(request, "is_preview", False):
        return compile_form(page.steps)
    version = current_form(page)
    return version.schema if version else None


def documents_of(schema: FormSchema) -> list[Field]:
    """Everything the form asks to attach, inside groups too."""
    fields = (found for field in schema.fields for found in (field, *field.fields))
    return [field for field in fields if field.kind == "file"]


def guidance(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    response = page.render(request)
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response


def questions(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """All questions and documents at a glance, to be printed and prepared."""
    response = page.render(request, template="procedure_pages/questions.html")
    keep_for_visitors(response, request, seconds_until_change=page.opening.seconds_until_change)
    return response
