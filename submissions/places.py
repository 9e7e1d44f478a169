"""先着: how many places of a procedure with a quota are left. Whoever must be sure holds the row of its period."""

from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet

from .enums import State
from .models import AcceptancePeriod, Submission

PERIOD = "procedure__acceptance_period"


def places_left(page_id: int | None) -> int | None:
    """None where there is no limit; never below 0."""
    return places_left_of([page_id]).get(page_id) if page_id is not None else None


def places_left_of(page_ids: Iterable[int]) -> dict[int, int]:
    """By page, of those that have a quota. Two queries, or one where none has."""
    periods = AcceptancePeriod.objects.filter(page_id__in=list(page_ids), quota__isnull=False)
    quotas = dict(periods.values_list("page_id", "quota"))
    if not quotas:
        return {}
    holding = _holding_a_place().filter(procedure_id__in=list(quotas)).order_by()
    taken = dict(holding.values_list("procedure").annotate(count=Count("pk")))
    return {page_id: max(0, (quota or 0) - taken.get(page_id, 0)) for page_id, quota in quotas.items()}


def full_pages() -> list[int]:
    """The pages whose places are all taken."""
    limited = AcceptancePeriod.objects.filter(quota__isnull=False).values_list("page_id", flat=True)
    return [page_id for page_id, left in places_left_of(limited).items() if left == 0]


def _holding_a_place() -> QuerySet[Submission]:
    """What arrived since its procedure opened last, without what gave its place back."""
    since_opening = Q(**{f"{PERIOD}__opens_at": None}) | Q(arrived_at__gte=F(f"{PERIOD}__opens_at"))
    keeps_place = Q(**{f"{PERIOD}__withdrawal_frees_place": False}) | ~Q(state__in=State.given_back)
    return Submission.objects.filed().filter(since_opening & keeps_place)
