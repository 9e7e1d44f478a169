"""先着: what visitors and programs are told, and that it is counted once for a list."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from procedure_pages.enums import Openness
from procedure_pages.models import ProcedurePage
from procedure_pages.opening import Opening
from procedure_pages.queries import procedures, takes_applications
from submissions.actions import save_draft, submit
from submissions.models import AcceptancePeriod
from tests.factories.pages import ProcedurePageFactory

from .versions.publishing import begun

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def taken(page: ProcedurePage, count: int = 1) -> None:
    """`count` applications to `page` that have arrived."""
    for _number in range(count):
        draft = begun(page)
        _name, _email, colour, shops = draft.schema.fields
        row = {"id": "r1", shops.fields[0].key: "花屋"}
        save_draft(draft, {colour.key: "red", shops.key: [row]}, user=draft.applicant)
        submit(draft, user=draft.applicant, delivery="electronic")


def test_publishing_sets_the_quota_and_a_change_makes_no_version() -> None:
    page = ProcedurePageFactory(quota=3, withdrawal_frees_place=True)
    page.quota = 5
    page.save_revision().publish()
    period = AcceptancePeriod.objects.get(page=page)
    assert (period.quota, period.withdrawal_frees_place, page.form_versions.count()) == (5, True, 1)


@pytest.mark.parametrize(
    ("quota", "left", "state", "tone", "label"),
    [
        (None, None, Openness.OPEN, "open", "受付中"),
        (20, 3, Openness.OPEN, "open", "受付中"),
        (20, 2, Openness.OPEN, "closing_soon", "残りわずか"),
        (20, 0, Openness.FULL, "full", "受付終了（定員に達しました）"),
    ],
)
def test_the_badge_tells_how_many_places_are_left(
    quota: int | None, left: int | None, state: Openness, tone: str, label: str
) -> None:
    opening = Opening(None, None, NOON, quota, left)
    assert (opening.state, opening.tone, opening.label) == (state, tone, label)


def test_the_number_of_places_comes_with_the_time_of_the_count() -> None:
    assert Opening(None, None, NOON, 1000, 37).places == "先着1,000件、残り37件（12:00現在）"


def test_a_page_closes_after_its_last_second() -> None:
    closes_at = NOON + timedelta(seconds=9)
    assert Opening(None, closes_at, NOON).seconds_until_change == 10
    assert Opening(None, closes_at, closes_at + timedelta(milliseconds=999)).is_open is True
    assert Opening(None, closes_at, closes_at + timedelta(seconds=1)).is_open is False


def test_a_full_procedure_says_so_and_offers_no_start(client: Client) -> None:
    page = ProcedurePageFactory(quota=2)
    taken(page)
    html = client.get(page.url).content.decode()
    assert "先着2件、残り1件" in html and f'href="{page.url}start/"' in html
    taken(page)
    html = client.get(f"{page.url}?fresh").content.decode()
    assert "受付終了（定員に達しました）" in html and f'href="{page.url}start/"' not in html


def test_full_procedures_are_not_among_the_open_ones() -> None:
    page, other = ProcedurePageFactory(quota=1), ProcedurePageFactory(quota=1)
    taken(page)
    assert list(takes_applications(procedures(), datetime.now(tz=UTC))) == [other]


def test_programs_are_told_the_places(client: Client) -> None:
    page = ProcedurePageFactory(quota=1)
    taken(page)
    body = client.get(f"/api/v1/procedures/{page.pk}/").json()
    assert (body["is_open"], body["quota"], body["places_left"]) == (False, 1, 0)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_counts_all_places_together(client: Client, count: int, django_assert_max_num_queries: Any) -> None:
    for _number in range(count):
        ProcedurePageFactory(quota=5)
    client.get("/procedures/?warm")
    with django_assert_max_num_queries(16):
        assert client.get("/procedures/?q=").content.decode().count("受付中") >= count
