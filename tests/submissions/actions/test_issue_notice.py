"""文書番号: one after the other by department and fiscal year, without a gap, whoever decides at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from typing import Any
from unittest import mock

import pytest
from django.db import connection, transaction
from freezegun import freeze_time

from accounts.models import User
from submissions.actions import decide
from submissions.actions.issue_notice import make_available
from submissions.enums import GrantRole, Outcome, State
from submissions.models import Decision, Notice, NumberSeries, Submission
from tests.factories.accounts import DepartmentFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def in_review(count: int, **values: Any) -> list[Submission]:
    version = FormVersionFactory(**values)
    return [SubmissionFactory(in_review=True, form_version=version) for _number in range(count)]


def grant(case: Submission, reviewer: User | None = None) -> Notice:
    reviewer = reviewer or StaffMember(case.department, GrantRole.REVIEW)
    return decide(case, user=reviewer, outcome=Outcome.GRANTED)


def test_numbers_count_up_within_a_department() -> None:
    numbers = [grant(case).document_number for case in in_review(3, department=DepartmentFactory(symbol="商工"))]
    assert numbers == ["商工第1号", "商工第2号", "商工第3号"]


def test_every_department_counts_for_itself() -> None:
    assert [grant(in_review(1)[0]).sequence for _department in range(2)] == [1, 1]


def test_numbers_begin_again_on_the_first_of_april_in_japan() -> None:
    first, second = in_review(2)
    with freeze_time("2027-03-31 14:59:59"):
        last_of_year = grant(first)
    with freeze_time("2027-03-31 15:00:00"):
        first_of_year = grant(second)
    assert (last_of_year.fiscal_year, first_of_year.fiscal_year, first_of_year.sequence) == (2026, 2027, 1)


def test_a_notice_becomes_available_once() -> None:
    notice = grant(in_review(1)[0])
    event = make_available(notice, user=None)
    first = notice.available_at
    make_available(notice, user=None)
    assert (event.name, notice.available_at == first, first is None) == ("grant", True, False)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_decision_that_fails_leaves_no_hole() -> None:
    first, second = in_review(2)
    reviewer = StaffMember(first.department, GrantRole.REVIEW)
    with mock.patch.object(Notice, "save", side_effect=RuntimeError), pytest.raises(RuntimeError):
        grant(first, reviewer)
    first.refresh_from_db()
    assert (first.state, Decision.objects.count(), NumberSeries.objects.count()) == (State.IN_REVIEW, 0, 0)
    assert [grant(case, reviewer).sequence for case in (second, first)] == [1, 2]


class BrokenOff(Exception):
    """What a decision meets that had already taken its number."""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_decisions_at_the_same_moment_get_neighbouring_numbers() -> None:
    cases = in_review(12)
    reviewer = StaffMember(cases[0].department, GrantRole.REVIEW)
    barrier = Barrier(6)

    def run(number: int) -> None:
        barrier.wait(timeout=20)
        with suppress(BrokenOff), transaction.atomic():
            grant(cases[number], reviewer)
            if number % 4 == 3:
                raise BrokenOff
        connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(run, range(12)))
    assert sorted(Notice.objects.values_list("sequence", flat=True)) == list(range(1, 10))
    assert NumberSeries.objects.get().last == 9
