from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from .models import AcceptancePeriod, FormVersion, Submission


def current_form(page: Page) -> FormVersion | None:
    """The version that `page` offers now; None if it never published one."""
    return FormVersion.objects.select_related("department").filter(page_id=page.pk).order_by("-number").first()


def current_forms(pages: Iterable[Page]) -> dict[int, FormVersion]:
    """The same for many pages at once, by their primary keys."""
    newest = FormVersion.objects.filter(page_id__in=[page.pk for page in pages]).order_by("page_id", "-number")
    return {version.page_id: version for version in newest.distinct("page_id")}


def pages_with_forms(page: Page) -> "QuerySet[Page]":
    """`page` and its descendants, as far as a form version, and so perhaps a filing, hangs on them."""
    return Page.objects.descendant_of(page, inclusive=True).filter(form_versions__isnull=False).distinct()


def drafts_of(user: Any, page: Page) -> "QuerySet[Submission]":
    """What `user` has begun and not sent of this procedure, newest first."""
    return Submission.objects.for_applicant(user).drafts().filter(procedure_id=page.pk).order_by("-pk")


def may_start(page: Page, moment: datetime) -> bool:
    """Whether a new application of this procedure may begin at `moment`."""
    period = AcceptancePeriod.objects.filter(page_id=page.pk).first()
    return period is not None and period.is_live and period.is_open(moment)


def may_send(submission: Submission, moment: datetime) -> bool:
    """Whether a draft that arrives at `moment` is in time."""
    period = AcceptancePeriod.objects.filter(page_id=submission.procedure_id).first()
    return period is not None and period.is_open(moment)
