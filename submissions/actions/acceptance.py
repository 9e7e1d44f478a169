from datetime import datetime

from wagtail.models import Page

from ..models import AcceptancePeriod


def set_acceptance(
    page: Page,
    *,
    user: object,
    is_live: bool,
    opens_at: datetime | None,
    closes_at: datetime | None,
    quota: int | None = None,
    withdrawal_frees_place: bool = False,
) -> AcceptancePeriod:
    """Say when the procedure of `page` takes applications, and how many; called when it is published or taken down.

    A quota counts what arrived since `opens_at`. Lowering it below that closes the procedure and undoes nothing.
    """
    period, _is_new = AcceptancePeriod.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "is_live": is_live,
            "opens_at": opens_at,
            "closes_at": closes_at,
            "quota": quota,
            "withdrawal_frees_place": withdrawal_frees_place,
        },
    )
    return period
