from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _forget_attempts() -> Iterator[None]:
    """The limits on log-ins and registrations count in the cache: one test must not use up those of the next."""
    cache.clear()
    yield
    cache.clear()
