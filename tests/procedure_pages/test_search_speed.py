"""The catalogue with 2,000 procedures. The figures in docs/performance.md come from here: run with -s to see them."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from procedure_pages.catalogue_filter import CatalogueFilter

from .many import make_procedures

pytestmark = pytest.mark.django_db
PROCEDURES = 2_000
SEARCH_AT_MOST = 0.050
QUERIES = {
    "one word": "q=ほいく",
    "two words and every filter": "q=飲食店 許可&category=food&event=moving&applicant=business&open=1",
    "one character": "q=税",
    "nothing found": "q=存在しない言葉",
    "everything": "",
}


def timed(runs: int, work: Callable[[], object]) -> list[float]:
    times = []
    for _run in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return times


def test_search_in_2000_procedures_takes_less_than_50_milliseconds(client: Client) -> None:
    make_procedures(PROCEDURES)
    for name, query in QUERIES.items():
        filters = CatalogueFilter.from_query(QueryDict(query))

        def search(filters: CatalogueFilter = filters) -> None:
            found = filters.find(timezone.now())
            found.count()
            list(found[:20])

        search()
        searched = timed(9, search)
        shown = timed(5, lambda query=query: client.get(f"/procedures/?{query}"))  # type: ignore[misc]
        print(f"{name}: search {median(searched) * 1000:.1f} ms, page {median(shown) * 1000:.1f} ms")
        assert min(searched) < SEARCH_AT_MOST, name
    assert client.get("/procedures/").context["results"].paginator.count == PROCEDURES
