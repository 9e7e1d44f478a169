import pytest
from freezegun import freeze_time

from accounts.models import User
from submissions.actions import open_notice
from submissions.enums import GrantRole
from submissions.models import Notice
from submissions.refusals import NotAllowed
from tests.factories.accounts import UserFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice() -> Notice:
    return SubmissionFactory(granted=True).notices.get()


def test_the_first_reading_and_the_first_download_are_kept(notice: Notice) -> None:
    reader = notice.submission.applicant
    with freeze_time("2026-11-24 01:00:00"):
        open_notice(notice, user=reader)
    with freeze_time("2026-11-24 02:00:00"):
        open_notice(notice, user=reader, is_download=True)
    with freeze_time("2026-11-24 03:00:00"):
        open_notice(notice, user=reader, is_download=True)
    assert notice.first_opened_at and notice.first_downloaded_at
    assert (notice.first_opened_at.hour, notice.first_downloaded_at.hour) == (1, 2)


def test_reading_is_not_downloading(notice: Notice) -> None:
    open_notice(notice, user=notice.submission.applicant)
    assert notice.first_downloaded_at is None


def test_nobody_else_opens_it(notice: Notice) -> None:
    strangers: list[User] = [UserFactory(), StaffMember(notice.department, GrantRole.DECIDE)]
    for stranger in strangers:
        with pytest.raises(NotAllowed):
            open_notice(notice, user=stranger)
    assert Notice.objects.get().first_opened_at is None
