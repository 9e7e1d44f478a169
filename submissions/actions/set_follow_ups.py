from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from ..models import FollowUp


@transaction.atomic
def set_follow_ups(page: Page, procedures: Iterable[int], *, user: object) -> None:
    """Say which procedures, by their ids, follow `page`; called when it is published."""
    FollowUp.objects.filter(page_id=page.pk).delete()
    ids = dict.fromkeys(procedures)
    FollowUp.objects.bulk_create(FollowUp(page_id=page.pk, procedure_id=pk, position=n) for n, pk in enumerate(ids))
