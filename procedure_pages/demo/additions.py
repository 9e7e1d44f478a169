"""What the demo's files do not say: which procedure stands beside which, once all are there; a paper form made anew."""

from wagtail.models import Page

from accounts.models import User

from ..models import FollowUpProcedure, ProcedurePage, RelatedProcedure
from .paper_form import paper_form

RELATED = {
    "cooperation-money-11": "gold-sticker",
    "disclosure-request": "buried-cultural-property",
    "buried-cultural-property": "disclosure-request",
}
FOLLOW_UPS = {
    "industrial-waste-transport": ["industrial-waste-change", "industrial-waste-transport"],
    "animal-business-registration": ["animal-business-registration"],
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
    for slug, others in FOLLOW_UPS.items():
        page = pages[slug]
        if not page.follow_ups.exists():
            page.follow_ups = [FollowUpProcedure(procedure=pages[other]) for other in others]
            page.save_revision(user=user).publish(user=user)
