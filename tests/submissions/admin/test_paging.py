"""Every row once, in order, in both directions, whatever arrives at the same moment."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from submissions.admin import queue
from submissions.admin.paging import Cursor, fetch
from submissions.enums import GrantRole
from submissions.models import Submission
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

from .desk import desk

MOMENT = datetime(2026, 7, 14, 6, 2, 41, 123456, tzinfo=UTC)


def cases_at_one_moment(count: int) -> list[Submission]:
    version = FormVersionFactory()
    for _number in range(count):
        SubmissionFactory(form_version=version)
    Submission.objects.update(arrived_at=MOMENT)
    return list(Submission.objects.order_by("pk"))


def test_cursor_survives_the_address() -> None:
    cursor = Cursor(MOMENT, 17, is_backward=True)
    assert Cursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize("token", ["", "x", "a1", "a-1-1", "a999999999999999999-1", "b1-", "a1-1; --", "a１-1x"])
def test_cursor_of_nonsense_is_the_first_page(token: str) -> None:
    assert Cursor.parse(token) is None


@pytest.mark.django_db
@pytest.mark.parametrize("is_newest_first", [True, False])
def test_pages_show_every_row_once_forwards_and_back(is_newest_first: bool) -> None:
    expected = [case.pk for case in cases_at_one_moment(5)]
    expected = expected[::-1] if is_newest_first else expected
    pages, cursor = [], None
    while True:
        found = fetch(Submission.objects.all(), cursor=cursor, is_newest_first=is_newest_first, size=2)
        pages.append([row.pk for row in found.rows])
        if not found.next:
            break
        cursor = Cursor.parse(found.next)
    assert pages == [expected[:2], expected[2:4], expected[4:]]
    back = []
    while found.previous:
        cursor = Cursor.parse(found.previous)
        found = fetch(Submission.objects.all(), cursor=cursor, is_newest_first=is_newest_first, size=2)
        back.append([row.pk for row in found.rows])
    assert back == [expected[2:4], expected[:2]]


@pytest.mark.django_db
def test_a_case_that_arrives_meanwhile_moves_no_page() -> None:
    cases = cases_at_one_moment(3)
    first = fetch(Submission.objects.all(), cursor=None, is_newest_first=True, size=2)
    SubmissionFactory(form_version=cases[0].form_version)
    second = fetch(Submission.objects.all(), cursor=Cursor.parse(first.next), is_newest_first=True, size=2)
    assert [row.pk for row in second.rows] == [cases[0].pk]


@pytest.mark.django_db
def test_queue_links_to_the_next_page_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "PAGE_SIZE", 2)
    cases = cases_at_one_moment(3)
    client = desk(StaffMember(cases[0].department, GrantRole.VIEW))
    first = client.get(reverse("case_admin:index"), {"view": "oldest"})
    second = client.get(first.context["next_url"])
    assert list(second.context["object_list"]) == cases[2:]
    assert list(client.get(second.context["previous_url"]).context["object_list"]) == cases[:2]
    assert (first.context["previous_url"], second.context["next_url"]) == ("", "")
