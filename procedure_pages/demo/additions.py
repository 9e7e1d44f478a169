"""What the demo's files do not say: which procedure stands beside which, once all are there; a paper form made anew."""

from wagtail.models import Page

from accounts.models import User

from ..models import ProcedurePage, RelatedProcedure
from .paper_form import paper_form

RELATED = {
    "cooperation-money-11": "gold-sticker",
    "disclosure-request": "buried-cultural-property",
    "buried-cultural-property": "disclosure-request",
}
WITH_PAPER_FORM = "disclosure-request"


def complete_procedures(catalogue: Page, *, user: User) -> None:
    """Only where an editor has chosen nothing."""
    pages = {page.slug: page for page in ProcedurePage.objects.child_of(catalogue)}
    for slug, other in RELATED.items():
        page = pages[slug]
        is_new = not page.related_procedures.exists()
        if is_new:
            page.related_procedures = [RelatedProcedure(procedure=pages[other])]
        if slug == WITH_PAPER_FORM and page.paper_form is None:
            page.paper_form = paper_form()
            is_new = True
        if is_new:
            page.save_revision(user=user).publish(user=user)
