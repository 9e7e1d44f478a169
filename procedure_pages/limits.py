"""How often one sender may post a form that anybody can reach."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest

from accounts.client import address_of


def is_too_often(request: HttpRequest, action: str, *, most: int, seconds: int) -> bool:
    """Whether this address has now posted `action` more than `most` times in a span of `seconds`.

    Counted in the cache of each process, under a digest: no address is kept.
    """
    sender = hashlib.sha256(address_of(request).encode()).hexdigest()
    key = f"procedure_pages.limit.{action}.{sender}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two calls
        return False
