from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from accounts.enums import AccountEventKind
from accounts.models import AccountEvent, User
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def days_ago(days: int) -> Any:
    return timezone.now() - timedelta(days=days)


@pytest.fixture(autouse=True)
def limits(settings: Any) -> None:
    settings.INACTIVE_ACCOUNT_DAYS, settings.INACTIVE_WARNING_DAYS = 365, 30


def unused(user: User, days: int) -> User:
    User.objects.filter(pk=user.pk).update(last_login=days_ago(days), date_joined=days_ago(2000))
    return user


def run() -> list[str]:
    """The subjects of the mails that one day's run sends, without the name of the site."""
    mail.outbox.clear()
    call_command("close_inactive_accounts", verbosity=0)
    return [message.subject.partition("】")[2] for message in mail.outbox]


def test_unused_account_is_warned_once_and_closed_when_its_time_is_over() -> None:
    user = unused(ProfileFactory().members.get(), 340)
    assert [run(), run()] == [["ご利用がない場合、利用者登録を廃止します"], []]
    unused(user, 400)
    assert run() == []
    AccountEvent.objects.filter(kind=AccountEventKind.WARNED).update(happened_at=days_ago(30))
    assert run() == ["長期間ご利用がないため、利用者登録を廃止しました"]
    assert not User.objects.get(pk=user.pk).is_active


def test_nobody_is_closed_unwarned_and_a_log_in_starts_it_anew() -> None:
    user = unused(ProfileFactory().members.get(), 1000)
    assert run() == ["ご利用がない場合、利用者登録を廃止します"]
    AccountEvent.objects.update(happened_at=days_ago(900))
    unused(user, 800)
    assert run() == ["ご利用がない場合、利用者登録を廃止します"]
    assert User.objects.get(pk=user.pk).is_active


def test_open_case_members_of_staff_and_those_in_use_are_left_alone(settings: Any) -> None:
    unused(SubmissionFactory(in_review=True).applicant, 2000)
    unused(StaffFactory(), 2000)
    unused(ProfileFactory().members.get(), 10)
    mail.outbox.clear()
    reviewers = [subject for subject in run() if "廃止" in subject]
    assert (reviewers, AccountEvent.objects.count()) == ([], 0)
    unused(ProfileFactory().members.get(), 2000)
    settings.INACTIVE_ACCOUNT_DAYS = 0
    assert run() == []
