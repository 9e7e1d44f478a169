from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.enums import MemberRole
from accounts.models import ApplicantProfile, User
from submissions.models import Submission
from tests.factories.accounts import PASSWORD, ProfileFactory, ProfileMemberFactory, StaffFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db

TYPED = {"password": PASSWORD, "is_meant": "on"}


@pytest.fixture(autouse=True)
def nothing_counted_before() -> None:
    cache.clear()


def close(client: Client, user: User, typed: dict[str, str] = TYPED) -> Any:
    client.force_login(user)
    return client.post(reverse("accounts:close"), typed)


def test_closing_keeps_the_record_and_ends_everything_else(client: Client) -> None:
    case = SubmissionFactory(granted=True)
    user, profile, email = case.applicant, case.profile, case.applicant.email
    SubmissionFactory(draft=True, profile=profile, form_version=case.form_version)
    mail.outbox.clear()
    assertRedirects(close(client, user), reverse("accounts:closed"))
    user.refresh_from_db()
    profile.refresh_from_db()
    assert (user.is_active, user.email, user.username[:7]) == (False, "", "closed-")
    assert (profile.name, profile.phone, profile.email, profile.street) == ("山田　太郎", "", "", "")
    assert list(Submission.objects.all()) == [case]
    assert not EmailAddress.objects.filter(email=email).exists()
    assert [(message.to, message.subject[-13:]) for message in mail.outbox] == [([email], "退会の手続きが終わりました")]
    assert client.post(reverse("account_login"), {"login": email, "password": PASSWORD}).status_code == 200


def test_profile_without_records_goes_altogether(client: Client) -> None:
    close(client, ProfileFactory().members.get())
    assert ApplicantProfile.objects.count() == 0


@pytest.mark.parametrize("typed", [{}, {**TYPED, "password": "wrong"}, {"password": PASSWORD}])
def test_closing_asks_for_the_password_and_the_tick(client: Client, typed: dict[str, str]) -> None:
    user = ProfileFactory().members.get()
    assert close(client, user, typed).status_code == 200
    assert User.objects.get(pk=user.pk).is_active


def test_open_case_stands_against_closing_and_is_named(client: Client) -> None:
    case = SubmissionFactory(in_review=True)
    html = close(client, case.applicant).content.decode()
    assert User.objects.get(pk=case.applicant.pk).is_active
    assert (case.display_number in html, reverse("submissions:case", args=[case.reference]) in html) == (True, True)


def test_open_case_that_others_follow_does_not(client: Client) -> None:
    case = SubmissionFactory(in_review=True)
    colleague = ProfileMemberFactory(profile=case.profile)
    close(client, case.applicant)
    assert list(case.profile.members.all()) == [colleague.user]
    assert ApplicantProfile.objects.get(pk=case.profile.pk).phone == "06-1234-5678"


def test_last_manager_and_staff_stay(client: Client) -> None:
    profile = ProfileFactory(business=True)
    manager = profile.members.get()
    ProfileMemberFactory(profile=profile, role=MemberRole.CLERK)
    staff = StaffFactory()
    assert ["まだ退会できません" in close(client, user).content.decode() for user in (manager, staff)] == [True, True]
    assert User.objects.filter(is_active=True, pk__in=[manager.pk, staff.pk]).count() == 2
