from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from accounts.roles import AUTHORS, PUBLISHERS
from procedure_pages.banners import KEY, shown_banners
from procedure_pages.models import Banner
from procedure_pages.staff import create_editorial_groups
from submissions.actions import start_draft
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def fresh(no_banners: None) -> None:
    cache.delete(KEY)


def banner(text: str = "台風のため窓口を閉めています。", **values: Any) -> Banner:
    return Banner.objects.create(text=text, starts_at=timezone.now() - HOUR, **values)


def texts() -> list[str]:
    return [line.text for line in shown_banners()]


@pytest.mark.parametrize(
    ("starts", "ends", "shown"), [(-HOUR, None, 1), (-HOUR, HOUR, 1), (HOUR, None, 0), (-2 * HOUR, -HOUR, 0)]
)
def test_banner_is_shown_from_its_start_until_its_end(starts: timedelta, ends: timedelta | None, shown: int) -> None:
    now = timezone.now()
    Banner.objects.create(text="点検", starts_at=now + starts, ends_at=None if ends is None else now + ends)
    assert len(texts()) == shown


def test_most_urgent_banner_comes_first() -> None:
    for level in ("info", "emergency", "warning"):
        banner(level, level=level)
    assert texts() == ["emergency", "warning", "info"]


def test_banners_cost_one_query_in_many_requests(django_assert_num_queries: Any) -> None:
    banner()
    with django_assert_num_queries(1):
        assert [texts() for _request in range(5)] == [["台風のため窓口を閉めています。"]] * 5


def test_a_change_is_seen_at_once(django_capture_on_commit_callbacks: Any) -> None:
    assert texts() == []
    with django_capture_on_commit_callbacks(execute=True):
        kept = banner()
    assert texts() == [kept.text]
    with django_capture_on_commit_callbacks(execute=True):
        kept.delete()
    assert texts() == []


@pytest.mark.parametrize("path", ["/", "/procedures/", "/procedures/money/", "/accounts/login/", "/nothing-here/"])
def test_every_public_page_shows_the_banner(client: Client, path: str) -> None:
    ProcedurePageFactory(slug="money")
    banner(level="emergency", link="/help/", link_text="ヘルプを見る")
    html = client.get(path).content.decode()
    assert '<div class="banner banner--emergency">' in html
    assert '台風のため窓口を閉めています。 <a href="/help/">ヘルプを見る</a>' in html


def test_the_wizard_shows_the_banner(client: Client) -> None:
    profile = ProfileFactory()
    user = profile.members.get()
    draft = start_draft(ProcedurePageFactory(), user=user, profile=profile)
    banner()
    client.force_login(user)
    assert "台風のため窓口を閉めています。" in client.get(f"/apply/{draft.reference}/1/").content.decode()


def test_banner_speaks_english_if_it_can_and_says_so_if_not() -> None:
    banner(text_en="Closed because of a typhoon.", level="emergency")
    banner("点検のお知らせ", level="info")
    with override("en"):
        assert [(line.text, line.lang) for line in shown_banners()] == [
            ("Closed because of a typhoon.", ""),
            ("点検のお知らせ", ' lang="ja"'),
        ]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"link": "javascript:alert(1)", "link_text": "x"}, "link"),
        ({"link": "//evil.example", "link_text": "x"}, "link"),
        ({"link": "/help/"}, "link_text"),
        ({"ends_at": timezone.now() - 2 * HOUR}, "ends_at"),
    ],
)
def test_banner_refuses_what_readers_could_not_use(values: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Banner(text="x", starts_at=timezone.now() - HOUR, **values).full_clean()
    assert list(refusal.value.message_dict) == [field]


def test_publishers_see_which_banners_are_shown(client: Client) -> None:
    create_editorial_groups(HomePageFactory())
    client.force_login(StaffFactory(role=PUBLISHERS))
    banner("点検のお知らせ")
    html = client.get("/admin/snippets/procedure_pages/banner/").content.decode()
    assert "点検のお知らせ" in html
    assert "表示中" in html


@pytest.mark.parametrize(("role", "status"), [(PUBLISHERS, 200), (AUTHORS, 302)])
def test_publishers_set_banners_and_authors_do_not(client: Client, role: str, status: int) -> None:
    create_editorial_groups(HomePageFactory())
    client.force_login(StaffFactory(role=role))
    assert client.get("/admin/snippets/procedure_pages/banner/add/").status_code == status
