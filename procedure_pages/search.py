"""Finding procedures in Japanese: no words are separated, and one word has many spellings."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from accounts.japanese.normalise import search_key

LONGEST_QUERY = 100
T = TypeVar("T", bound=Model)


class Searchable(Protocol):
    title: str
    summary: str
    keywords: str
    eligibility: str
    guidance: StreamValue


def search_text(page: Searchable) -> str:
    """What a search looks through, folded. The parts stay apart, so that no word spans two of them."""
    guidance = page.guidance.stream_block.get_searchable_content(page.guidance)
    parts = (page.title, page.keywords, page.summary, page.eligibility, *(str(part) for part in guidance))
    return "\n".join(filter(None, (search_key(strip_tags(part)) for part in parts)))


def search_words(query: str) -> Iterator[str]:
    """The words of a query, folded; separated by spaces of either width."""
    return (key for word in query[:LONGEST_QUERY].split() if (key := search_key(word)))


def matching(procedures: "QuerySet[T]", query: str) -> "QuerySet[T]":
    """Those of `procedures` that contain every word of `query`, however it is spelled."""
    condition = Q()
    for word in search_words(query):
        condition &= Q(search_text__contains=word)
    return procedures.filter(condition)
