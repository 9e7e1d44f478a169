"""Which procedures the catalogue shows."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from accounts.models import Department
from submissions.places import full_pages, places_left_of

from .enums import Category
from .models.procedure import ProcedurePage


def procedures() -> "QuerySet[ProcedurePage]":
    """What visitors may read."""
    return ProcedurePage.objects.live().public().select_related("department")


def with_places(pages: "Iterable[ProcedurePage]") -> "list[ProcedurePage]":
    """`pages` with the places that are left, counted for all of them together."""
    found = list(pages)
    left = places_left_of(page.pk for page in found if page.quota is not None)
    for page in found:
        page.places_left = left.get(page.pk)
    return found


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


def open_procedures(moment: datetime) -> "QuerySet[ProcedurePage]":
    return by_urgency(takes_applications(procedures(), moment), moment)


def category_counts() -> list[tuple[Category, int]]:
    """The categories that hold something, with how many procedures each."""
    counts = dict(procedures().order_by().values_list("category").annotate(count=Count("pk")))
    return [(category, counts[category]) for category in Category if counts.get(category)]


def departments_with_procedures() -> "QuerySet[Department]":
    return Department.objects.filter(pk__in=procedures().order_by().values("department")).order_by("name")
