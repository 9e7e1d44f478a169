"""Which procedures the catalogue shows."""

from collections import Counter
from datetime import datetime

from django.conf import settings
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from accounts.models import Department
from submissions.places import full_pages

from .enums import Category, LifeEvent
from .models.announcement import AnnouncementPage
from .models.procedure import ProcedurePage

UNSEEN = ("guidance", "steps", "search_text", "eligibility", "paper", "criteria", "purpose", "granted_text", "redress")
"""What lists do not show: most of a row."""


def procedures(locale_id: int | None = None) -> "QuerySet[ProcedurePage]":
    """What visitors may read, in one language: Japanese unless another is named."""
    language = {"locale_id": locale_id} if locale_id else {"locale__language_code": settings.LANGUAGE_CODE}
    return ProcedurePage.objects.live().public().filter(**language).select_related("department", "locale")


def is_open(moment: datetime) -> Q:
    moment = moment.replace(microsecond=0)
    has_opened = Q(opens_at__isnull=True) | Q(opens_at__lte=moment)
    return has_opened & (Q(closes_at__isnull=True) | Q(closes_at__gte=moment))


def by_urgency(found: "QuerySet[ProcedurePage]", moment: datetime) -> "QuerySet[ProcedurePage]":
    """Open ones first, of these the one that closes next; then what will open; then what is over."""
    rank = Case(
        When(is_open(moment), then=Value(0)),
        When(opens_at__gt=moment, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.alias(rank=rank).order_by("rank", F("closes_at").asc(nulls_last=True), "title", "pk")


def takes_applications(found: "QuerySet[ProcedurePage]", moment: datetime) -> "QuerySet[ProcedurePage]":
    """Those of `found` that are open and have a place left."""
    return found.filter(is_open(moment)).exclude(pk__in=full_pages())


def newest_procedures(number: int) -> "QuerySet[ProcedurePage]":
    """The last `number` that were published for the first time."""
    return procedures().order_by("-first_published_at", "-pk")[:number]


def newest_announcements(number: int) -> "QuerySet[AnnouncementPage]":
    return (
        AnnouncementPage.objects.live()
        .public()
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .order_by("-published_on", "-pk")[:number]
    )


def counts(found: "QuerySet[ProcedurePage]") -> tuple[list[tuple[Category, int]], list[tuple[LifeEvent, int]]]:
    """The categories and the life events that hold something, with how many procedures each. One query."""
    rows = list(found.order_by().values_list("category", "life_events"))
    categories = Counter(category for category, _events in rows)
    events = Counter(event for _category, events in rows for event in events)
    return (
        [(category, categories[category]) for category in Category if categories[category]],
        [(event, events[event]) for event in LifeEvent if events[event]],
    )


def departments_with_procedures(found: "QuerySet[ProcedurePage]") -> "QuerySet[Department]":
    return Department.objects.filter(pk__in=found.order_by().values("department")).order_by("name")
