"""The form as it stands in the editor, beside the one that applicants get."""

from django.utils import timezone
from wagtail.models import Page

from submissions.models import FormVersion
from submissions.queries import current_form
from submissions.versions import total, unfinished_by_version, unpublished

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


def concerns_people(page: Page) -> bool:
    """Whether somebody has begun on the form that publishing `page` replaces, or may do so until a set time."""
    if not is_coming(page):
        return False
    return is_scheduled(page) or total(unfinished_by_version(page)).drafts > 0


def is_scheduled(page: Page) -> bool:
    """Whether publishing the newest draft now only sets the time of its publication."""
    draft = page.get_latest_revision_as_object()
    return bool(draft.go_live_at and draft.go_live_at > timezone.now())


def is_coming(page: Page) -> bool:
    """Whether publishing the newest draft of `page` would make another version of a form that people got already."""
    current, coming = coming_form(page)
    return current is not None and current.sha256 != coming.sha256
