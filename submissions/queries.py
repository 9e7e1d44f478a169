from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page

from .enums import Delivery, Happening, State
from .models import AcceptancePeriod, CorrectionRequest, Event, FollowUp, FormVersion, InboxItem, Notice, Submission


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


def open_cases_of(user: Any, page: Page) -> "QuerySet[Submission]":
    """What `user` has sent of this procedure and the office has not finished, newest first."""
    return Submission.objects.for_applicant(user).open().filter(procedure_id=page.pk).order_by("-pk")


def cases_to_copy(user: Any, page: Page) -> "QuerySet[Submission]":
    """What `user` has ever sent of this procedure, or of one that it follows, newest first."""
    followed = FollowUp.objects.filter(procedure_id=page.pk).values("page_id")
    wanted = Q(procedure_id=page.pk) | Q(procedure__in=followed, state__in=State.followed)
    return Submission.objects.for_applicant(user).filed().filter(wanted).order_by("-pk")


def follow_ups_of(submission: Submission, moment: datetime) -> "list[Page]":
    """The procedures that take applications now and follow a case that has ended well; none for any other case."""
    if submission.state not in State.followed:
        return []
    found = FollowUp.objects.filter(page_id=submission.procedure_id).select_related("procedure")
    pages = {follow_up.procedure_id: follow_up.procedure for follow_up in found}
    periods = AcceptancePeriod.objects.filter(page_id__in=pages, is_live=True)
    open_pages = {period.page_id for period in periods if period.is_open(moment)}
    return [page for pk, page in pages.items() if pk in open_pages]


def may_start(page: Page, moment: datetime) -> bool:
    """Whether a new application of this procedure may begin at `moment`."""
    period = AcceptancePeriod.objects.filter(page_id=page.pk).first()
    return period is not None and period.is_live and period.is_open(moment)


def may_send(submission: Submission, moment: datetime) -> bool:
    """Whether a draft that arrives at `moment` is in time."""
    period = AcceptancePeriod.objects.filter(page_id=submission.procedure_id).first()
    return period is not None and period.is_open(moment)


def corrections_awaited(day: date, *, until: date = date.max) -> "QuerySet[Event]":
    """The events that asked for a correction which is still open, its deadline from `day` to `until`."""
    requests = Event.objects.filter(name="request_correction")
    later = requests.filter(submission=OuterRef("submission"), sequence__gt=OuterRef("sequence"))
    is_open = CorrectionRequest.objects.filter(
        submission=OuterRef("submission"), closed_at=None, due_on__range=(day, until)
    )
    return requests.filter(Exists(is_open), ~Exists(later))


def corrections_to_remind(day: date, *, days: int) -> "QuerySet[Event]":
    """Of those awaited within `days` from `day`, the ones asked for before `day` and not reminded of. 0 days: none."""
    if days == 0:
        return Event.objects.none()
    near = corrections_awaited(day, until=day + timedelta(days=days))
    return near.filter(~told("correction_reminder"), happened_at__date__lt=day).order_by("pk")


def told(notification: str) -> Exists:
    """For filtering events: whether the applicant was told of it so, in the portal, which is the record."""
    return Exists(InboxItem.objects.filter(event=OuterRef("pk"), notification=notification))


def notices_unread(moment: datetime) -> "QuerySet[Event]":
    """The events that decided a case whose notice lies on the applicant's page, unread, since before `moment`."""
    unread = Notice.objects.filter(
        submission=OuterRef("submission"),
        available_at__lte=moment,
        first_opened_at=None,
        delivery=Delivery.ELECTRONIC,
    )
    decided = Event.objects.filter(to_state__in=State.decided).exclude(from_state__in=State.decided)
    return decided.filter(Exists(unread))


def notices_to_remind(moment: datetime, *, days: int) -> "QuerySet[Event]":
    """Of those unread for `days`, the ones not reminded of. 0 days: none."""
    if days == 0:
        return Event.objects.none()
    return notices_unread(moment - timedelta(days=days)).filter(~told("notice_unread")).order_by("pk")


def happening_in_words(event: Event) -> str:
    """What was recorded beside the moves of a case, as both sides read it."""
    words = str(Happening(event.name).label)
    return f"{words}：{Delivery(event.data['to']).label}" if "to" in event.data else words


def inbox_of(user: Any) -> "QuerySet[InboxItem]":
    """What was told of the cases that `user` may read, newest first."""
    return InboxItem.objects.filter(submission__in=Submission.objects.for_applicant(user).order_by())


def unread_news(user: Any) -> int:
    """How much of it nobody has read yet; 0 for somebody who is not logged in."""
    return inbox_of(user).filter(read_at=None).count() if user.is_authenticated else 0
