from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from submissions.actions import perform, set_acceptance, start_draft, submit
from submissions.enums import GrantRole
from submissions.models import FormVersion, Submission
from submissions.places import full_pages, places_left, places_left_of
from submissions.refusals import QuotaReached
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def limit(version: FormVersion, quota: int | None, **more: Any) -> None:
    values: dict[str, Any] = {"opens_at": None, "closes_at": None, **more}
    set_acceptance(version.page, user=None, is_live=True, quota=quota, **values)


def send(draft: Submission) -> Submission:
    return submit(draft, user=draft.applicant, delivery="electronic")


def test_the_last_place_is_taken_and_no_further() -> None:
    version = FormVersionFactory()
    first, second = SubmissionFactory.create_batch(2, draft=True, form_version=version)
    limit(version, 1)
    send(first)
    with pytest.raises(QuotaReached):
        send(second)
    assert (places_left(version.page_id), full_pages()) == (0, [version.page_id])


def test_sending_twice_takes_one_place() -> None:
    version = FormVersionFactory()
    draft = SubmissionFactory(draft=True, form_version=version)
    limit(version, 1)
    assert send(draft).number == send(draft).number


def test_drafts_take_no_place_and_none_begins_without_one() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    SubmissionFactory(draft=True, form_version=version)
    limit(version, 1)
    assert places_left(version.page_id) == 1
    send(Submission.objects.get())
    with pytest.raises(QuotaReached):
        start_draft(version.page, user=profile.members.get(), profile=profile)


@pytest.mark.parametrize(("frees", "left"), [(True, 1), (False, 0)])
@pytest.mark.parametrize("way", ["withdrawn", "returned"])
def test_what_is_given_back_frees_its_place_if_the_author_wants(way: str, frees: bool, left: int) -> None:
    case = SubmissionFactory(**{way: True})
    limit(case.form_version, 1, withdrawal_frees_place=frees)
    assert places_left(case.procedure_id) == left


def test_a_freed_place_is_taken_by_the_next() -> None:
    version = FormVersionFactory()
    first, second = SubmissionFactory.create_batch(2, draft=True, form_version=version)
    limit(version, 1, withdrawal_frees_place=True)
    perform("withdraw", send(first), user=first.applicant)
    assert send(second).number is not None


def test_places_are_counted_from_the_opening() -> None:
    case = SubmissionFactory(arrived=True)
    limit(case.form_version, 5, opens_at=case.arrived_at)
    assert places_left(case.procedure_id) == 4
    limit(case.form_version, 5, opens_at=case.arrived_at + timedelta(seconds=1))
    assert places_left(case.procedure_id) == 5


def test_a_lowered_quota_leaves_none_and_undoes_nothing() -> None:
    version = FormVersionFactory()
    SubmissionFactory.create_batch(2, arrived=True, form_version=version)
    limit(version, 1)
    assert (places_left(version.page_id), Submission.objects.filed().count()) == (0, 2)


def test_a_decided_case_keeps_its_place() -> None:
    case = SubmissionFactory(refused=True)
    limit(case.form_version, 1, withdrawal_frees_place=True)
    assert places_left(case.procedure_id) == 0


def test_without_a_quota_there_is_nothing_to_count(django_assert_num_queries: Any) -> None:
    version = FormVersionFactory()
    with django_assert_num_queries(1):
        assert places_left_of([version.page_id]) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_many_pages_cost_two_queries(count: int, django_assert_num_queries: Any) -> None:
    versions = FormVersionFactory.create_batch(count)
    for version in versions:
        limit(version, 7)
    with django_assert_num_queries(2):
        left = places_left_of([version.page_id for version in versions])
    assert left == {version.page_id: 7 for version in versions}


def test_the_period_is_open_through_its_first_and_its_last_second() -> None:
    opens_at = timezone.now().replace(microsecond=0)
    case = SubmissionFactory(arrived=True)
    StaffMember(case.department, GrantRole.VIEW)
    limit(case.form_version, None, opens_at=opens_at, closes_at=opens_at + timedelta(seconds=10))
    period = case.procedure.acceptance_period
    moments = [-0.000001, 0, 10, 10.999999, 11]
    assert [period.is_open(opens_at + timedelta(seconds=second)) for second in moments] == [
        False,
        True,
        True,
        True,
        False,
    ]
