from datetime import datetime

from wagtail.models import Page

from ..models import AcceptancePeriod


def set_acceptance(
    page: Page, *, user: object, is_live: bool, opens_at: datetime | None, closes_at: datetime | None
) -> AcceptancePeriod:
    """Say when the procedure of `page` takes applications; called when its page is published or taken down."""
    period, _is_new = AcceptancePeriod.objects.update_or_create(
        page_id=page.pk, defaults={"is_live": is_live, "opens_at": opens_at, "closes_at": closes_at}
    )
    return period
