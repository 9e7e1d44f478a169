"""Two processes are two instances of the cache here: what is in memory is kept by name."""

from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import caches
from django.test import Client

from accounts.models import User
from config.caches import SplitCache

pytestmark = pytest.mark.django_db
COUNTER = "allauth:rl:account:login:30/60/ip:ip:192.0.2.1"


@pytest.fixture
def processes() -> tuple[SplitCache, SplitCache]:
    return SplitCache("one", {}), SplitCache("two", {})


def test_attempts_are_counted_by_all_processes_together(processes: tuple[SplitCache, SplitCache]) -> None:
    one, two = processes
    assert one.add(f"{COUNTER}:lock", True, 10)
    assert not two.add(f"{COUNTER}:lock", True, 10)
    one.set(COUNTER, [1.0], 60)
    assert two.get(COUNTER) == [1.0]
    two.delete(COUNTER)
    assert one.get(COUNTER) is None


def test_everything_else_stays_in_memory(
    processes: tuple[SplitCache, SplitCache], django_assert_num_queries: Any
) -> None:
    one, two = processes
    with django_assert_num_queries(0):
        one.set("wagtail_site_root_paths", ["/"])
        assert (one.get("wagtail_site_root_paths"), two.get("wagtail_site_root_paths")) == (["/"], None)
        assert one.touch("wagtail_site_root_paths", 5)


def test_failed_logins_are_refused_by_a_process_that_saw_none_of_them(client: Client) -> None:
    User.objects.create(username="hanako", password=make_password("correct-horse-battery"))
    wrong = {"login": "hanako", "password": "wrong-horse-battery"}
    for _attempt in range(5):
        client.post("/accounts/login/", wrong)
    memory = caches["default"]
    assert isinstance(memory, SplitCache)
    memory.local.clear()
    response = client.post("/accounts/login/", {**wrong, "password": "correct-horse-battery"})
    assert (response.status_code, "_auth_user_id" in client.session) == (200, False)
