import hashlib

import pytest

from submissions.models import Notice
from submissions.notices.files import DamagedNotice, notice_pdf
from tests.factories.submissions import SubmissionFactory

from .pdf import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice() -> Notice:
    return SubmissionFactory(refused=True).notices.get()


def test_the_file_is_drawn_once_and_kept_with_its_checksum(notice: Notice) -> None:
    first = notice_pdf(notice)
    stored = Notice.objects.get()
    assert (notice_pdf(stored), stored.sha256) == (first, hashlib.sha256(first).hexdigest())
    assert stored.pdf.name == notice.pdf.name


def test_the_paper_says_what_was_frozen_and_nothing_newer(notice: Notice) -> None:
    notice.submission.profile.name = "あとの名"
    notice.submission.profile.save()
    words = words_of(notice_pdf(notice))
    assert ("要件を確認しました。" in words, "山田太郎" in words, "あとの名" in words) == (True, True, False)


def test_two_readers_of_an_undrawn_notice_get_the_same_file(notice: Notice) -> None:
    other = Notice.objects.get()
    assert (notice_pdf(notice), notice.pdf.name) == (notice_pdf(other), other.pdf.name)


def test_a_file_that_was_changed_is_not_handed_out(notice: Notice) -> None:
    notice_pdf(notice)
    with notice.pdf.storage.open(str(notice.pdf.name), "wb") as stored:
        stored.write(b"%PDF-1.7 forged")
    with pytest.raises(DamagedNotice):
        notice_pdf(Notice.objects.get())
