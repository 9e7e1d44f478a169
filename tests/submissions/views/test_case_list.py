"""My page of somebody with many cases: what needs me, what narrows the list, and that it asks no more for 500."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from submissions.actions import send_message
from submissions.deadlines import today
from submissions.enums import GrantRole, State
from submissions.models import Notice, Submission
from tests.factories.accounts import ProfileFactory, ProfileMemberFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db
LIST = "/mypage/"


def copies(case: Submission, count: int) -> None:
    """As many more cases like it, without the way through the actions."""
    for number in range(count):
        case.pk, case.reference, case.number = None, uuid4().hex[:24], f"{number:012}"
        Submission.objects.bulk_create([case])


def numbers(client: Client, **query: Any) -> set[str]:
    return {case.number for case in client.get(LIST, query).context["cases"]}


@pytest.mark.parametrize("count", [1, 3, 500])
def test_my_page_asks_as_often_for_500_cases(client: Client, count: int, django_assert_num_queries: Any) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    copies(case, count - 1)
    client.get(LIST)
    with django_assert_num_queries(13):
        response = client.get(LIST)
    assert response.context["cases"].paginator.count == count


def test_what_needs_me_comes_first_by_its_deadline_and_is_mine(client: Client) -> None:
    profile, version = ProfileFactory(), FormVersionFactory()
    later, sooner = (
        SubmissionFactory(profile=profile, form_version=version, in_correction=True) for _number in range(2)
    )
    sooner.corrections.update(due_on=today() - timedelta(days=1))
    decided = SubmissionFactory(profile=profile, form_version=version, granted=True)
    Notice.objects.update(available_at=timezone.now())
    asked = SubmissionFactory(profile=profile, form_version=version)
    send_message(asked, user=StaffMember(asked.department, GrantRole.REVIEW), body="確認です。")
    stranger = SubmissionFactory(in_correction=True, form_version=version)
    client.force_login(profile.members.get())
    needs = client.get(LIST).context["needs"]
    assert [need["case"].pk for need in needs] == [sooner.pk, later.pk, decided.pk, asked.pk]
    assert (needs[0]["is_late"], needs[1]["is_late"], stranger.pk in {need["case"].pk for need in needs}) == (
        True,
        False,
        False,
    )


def test_the_list_is_narrowed_by_the_address(client: Client) -> None:
    profile = ProfileFactory()
    first = SubmissionFactory(profile=profile)
    second = SubmissionFactory(profile=profile, withdrawn=True)
    Submission.objects.filter(pk=first.pk).update(arrived_at=timezone.now() - timedelta(days=40))
    client.force_login(profile.members.get())
    number = first.display_number.replace("-", "－").translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for query, expected in (
        ({"state": "open"}, {first.number}),
        ({"state": "done"}, {second.number}),
        ({"state": "withdrawn"}, {second.number}),
        ({"procedure": second.procedure_id}, {second.number}),
        ({"since": (today() - timedelta(days=3)).isoformat()}, {second.number}),
        ({"until": (today() - timedelta(days=3)).isoformat()}, {first.number}),
        ({"q": number}, {first.number}),
        ({"q": first.form_version.title}, {first.number}),
        ({"q": "やまだ"}, {first.number, second.number}),
        ({"q": "だれでもない"}, set()),
    ):
        assert numbers(client, **query) == expected, query


def test_whoever_acts_for_several_sees_the_cases_of_the_chosen_name(client: Client) -> None:
    own, other = SubmissionFactory(), SubmissionFactory()
    ProfileMemberFactory(profile=other.profile, user=own.applicant)
    client.force_login(own.applicant)
    assert numbers(client) == {own.number}
    client.post("/accounts/switch/", {"acting": f"profile-{other.profile_id}"})
    assert numbers(client) == {other.number}


@pytest.mark.parametrize("query", ["state=x", "procedure=0", "profile=9", "since=x", "page=x", "q=%00", "page=99999"])
def test_an_address_that_makes_no_sense_shows_everything(client: Client, query: str) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    response = client.get(f"{LIST}?{query}")
    assert (response.status_code, [shown.pk for shown in response.context["cases"]]) == (200, [case.pk])


def test_filters_offer_and_find_nothing_of_others(client: Client) -> None:
    own, other = SubmissionFactory(), SubmissionFactory(state=State.ARRIVED)
    client.force_login(own.applicant)
    assert numbers(client, procedure=other.procedure_id) == {own.number}
    assert numbers(client, q=other.number) == set()
    assert other.form_version.title not in client.get(LIST).content.decode()
