"""What is kept in memory, and the little of it that all processes must share."""

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache

SHARED = "shared"
COUNTED_TOGETHER = "allauth:"


class SplitCache(BaseCache):
    """The memory of this process, except for what allauth counts: its limits hold for all processes together.

    allauth counts attempts in the default cache and has no setting for another one; Wagtail reads the default cache on
    every page, so that it must stay in memory. What allauth keeps goes to the cache `SHARED`.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.local = LocMemCache(name, params)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._home_of(key).add(key, value, timeout, version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._home_of(key).get(key, default, version)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._home_of(key).set(key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._home_of(key).touch(key, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._home_of(key).delete(key, version)

    def clear(self) -> None:
        self.local.clear()
        caches[SHARED].clear()

    def _home_of(self, key: str) -> BaseCache:
        return caches[SHARED] if str(key).startswith(COUNTED_TOGETHER) else self.local
