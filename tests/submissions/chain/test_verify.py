"""One changed character anywhere in a case is found and named."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from submissions.actions import add_attachment, send_message, submit
from submissions.chain.verify import Report, verify
from submissions.models import Submission
from submissions.notices.files import notice_pdf
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db

Alter = Callable[[Submission], Any]


@pytest.fixture
def case() -> Submission:
    made: Submission = SubmissionFactory(granted=True)
    send_message(made, user=made.applicant, body="いつ届きますか。")
    return made


def faults(case: Submission, **options: Any) -> list[str]:
    found = verify(Submission.objects.filter(pk=case.pk), Report(), **options)
    return [f"{fault.place}: {fault.problem}" for fault in found]


def sql(statement: str) -> Alter:
    """Past every guard of the models, as somebody with the password of the database would."""

    def alter(case: Submission) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"case": case.pk})

    return alter


def test_untouched_case_has_no_fault(case: Submission) -> None:
    report = Report()
    assert list(verify(Submission.objects.all(), report, with_files=True)) == []
    assert (report.cases, report.events) == (1, case.events.count())


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE submissions_event SET comment = 'x' WHERE submission_id = %(case)s AND sequence = 2", "2件目の記録"),
        ("DELETE FROM submissions_event WHERE submission_id = %(case)s AND sequence = 2", "3件目の記録"),
        ("UPDATE submissions_submission SET state = 'refused' WHERE id = %(case)s", "状態"),
        (
            "UPDATE submissions_answerset SET answers = jsonb_set(answers, '{name}', '\"山田　花男\"')"
            " WHERE submission_id = %(case)s",
            "1回目の申請内容",
        ),
        ("DELETE FROM submissions_answerset WHERE submission_id = %(case)s", "1回目の申請内容"),
        ("UPDATE submissions_message SET body = '' WHERE submission_id = %(case)s", "メッセージ"),
        ("UPDATE submissions_decision SET reason = 'x' WHERE submission_id = %(case)s", "決定"),
        (
            "UPDATE submissions_notice SET content = jsonb_set(content, '{x}', '1') WHERE submission_id = %(case)s",
            "通知書",
        ),
    ],
)
def test_change_behind_the_back_of_the_product_is_named(case: Submission, statement: str, told: str) -> None:
    sql(statement)(case)
    found = faults(case)
    assert found
    assert found[0].startswith(told), found


def test_file_with_another_checksum_is_named() -> None:
    draft = SubmissionFactory(draft=True)
    add_attachment(draft, "photo", SimpleUploadedFile("店の写真.png", picture("PNG")), user=draft.applicant)
    submit(draft, user=draft.applicant, delivery="electronic")
    assert faults(draft, with_files=True) == []
    sql("UPDATE submissions_attachment SET sha256 = repeat('0', 64) WHERE submission_id = %(case)s")(draft)
    assert faults(draft) == ["ファイル「店の写真.png」: チェックサムが提出時のものと一致しません。"]


def test_file_that_was_exchanged_is_named() -> None:
    case = SubmissionFactory(granted=True)
    notice = case.notices.get()
    notice_pdf(notice)
    notice.refresh_from_db()
    name = notice.pdf.name
    notice.pdf.storage.delete(name)
    assert "通知書" in faults(case, with_files=True)[0]
    assert notice.pdf.storage.save(name, ContentFile(b"%PDF-1.7 another")) == name
    assert "通知書" in faults(case, with_files=True)[0]
    assert faults(case) == []
