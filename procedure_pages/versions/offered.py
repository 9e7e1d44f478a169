"""The form as it stands in the editor, beside the one that applicants get."""

from wagtail.models import Page

from submissions.models import FormVersion
from submissions.queries import current_form
from submissions.versions import unpublished

from ..compiler import compile_form, compile_handling
from ..models import ProcedurePage


def newest_draft(page: ProcedurePage) -> ProcedurePage:
    """The page as it was last saved in the editor, published or not."""
    draft: ProcedurePage = page.get_latest_revision_as_object()
    return draft


def form_of(page: ProcedurePage) -> FormVersion:
    """What publishing `page` as it is would freeze."""
    return unpublished(page, compile_form(page).schema, compile_handling(page))


def coming_form(page: ProcedurePage) -> tuple[FormVersion | None, FormVersion]:
    """What is offered now (None if nothing was published), and what publishing the newest draft would offer."""
    return current_form(page), form_of(newest_draft(page))


def is_coming(page: Page) -> bool:
    """Whether publishing the newest draft of `page` would make another version of a form that people got already."""
    current, coming = coming_form(page)
    return current is not None and current.sha256 != coming.sha256
