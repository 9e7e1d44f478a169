import io
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from submissions.actions import add_attachment, discard_draft, send_message, submit
from submissions.actions.scanning import await_scan, scan
from submissions.enums import ScanState, State
from submissions.files.scanning import ScannerError
from submissions.models import Attachment, DraftAnswers, Submission
from submissions.quarantine import MOVES
from submissions.refusals import Incomplete
from submissions.tasks import RETRY_AFTER, scan_file
from tests.factories.submissions import SubmissionFactory
from tests.submissions.admin.desk import attach
from tests.submissions.files.samples import picture
from tests.submissions.scanners import HARMFUL, ScannerInMemory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scanner_is_configured(settings: Settings) -> None:
    settings.CLAMD_ADDRESS = "unix:/nowhere/clamd.sock"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def harmful(name: str = "店.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture() + HARMFUL)


def attached(draft: Submission, upload: SimpleUploadedFile) -> Attachment:
    return add_attachment(draft, "photo", upload, user=draft.applicant)


def test_a_new_file_waits_in_quarantine_and_is_queued(django_capture_on_commit_callbacks: Any) -> None:
    draft = SubmissionFactory(draft=True)
    with django_capture_on_commit_callbacks(execute=True):
        file = attached(draft, SimpleUploadedFile("店.jpg", picture()))
    queued = DBTaskResult.objects.get(task_path="submissions.tasks.scan_file")
    assert (file.scan_state, file.is_readable, queued.args_kwargs["args"]) == (
        ScanState.UPLOADED,
        False,
        [str(file.pk)],
    )


def test_a_clean_file_opens_and_stays_so() -> None:
    file = attached(SubmissionFactory(draft=True), SimpleUploadedFile("店.jpg", picture()))
    scanner = ScannerInMemory()
    assert [scan(file, scanner=scanner) for _time in range(2)] == [ScanState.CLEAN, ScanState.CLEAN]
    file.refresh_from_db()
    assert (scanner.seen, file.is_readable, file.scanned_at is None) == (1, True, False)


def test_a_case_is_sent_while_its_file_still_waits() -> None:
    draft = SubmissionFactory(draft=True)
    attached(draft, harmful())
    assert submit(draft, user=draft.applicant, delivery="electronic").state == State.ARRIVED


def test_a_draft_with_a_harmful_file_is_not_sent_and_says_which() -> None:
    draft = SubmissionFactory(draft=True)
    file = attached(draft, harmful())
    scan(file, scanner=ScannerInMemory())
    with pytest.raises(Incomplete) as refused:
        submit(draft, user=draft.applicant, delivery="electronic")
    sentence = "「店.jpg」はウイルスを含むおそれがあります。削除して、別のファイルを添付してください。"
    assert refused.value.errors == {"photo": [sentence]}
    discard_draft(draft, user=draft.applicant)
    assert not Submission.objects.exists()


def test_harm_found_after_sending_is_told_to_both_sides(django_capture_on_commit_callbacks: Any) -> None:
    case = SubmissionFactory()
    message = send_message(case, user=case.applicant, body="写真です。", uploads=[harmful()])
    with django_capture_on_commit_callbacks(execute=True):
        scan(message.attachments.get(), scanner=ScannerInMemory())
    event = case.events.last()
    assert (event.name, event.actor, event.data["threat"]) == ("file_infected", None, "Test.Signature")
    assert event.comment.startswith("「店.jpg」はウイルスを含むおそれがあるため、だれも開けません。")
    assert DBTaskResult.objects.filter(task_path="submissions.tasks.notify").count() == 1
    assert mail.outbox == []


def test_nobody_gets_a_harmful_file_not_even_its_owner() -> None:
    draft = SubmissionFactory(draft=True)
    file = attached(draft, harmful())
    assert file.is_open_to(draft.applicant)
    scan(file, scanner=ScannerInMemory())
    assert not file.is_open_to(draft.applicant)


@pytest.mark.parametrize("attempt", range(2))
def test_a_scanner_that_is_down_is_asked_again_later(attempt: int) -> None:
    file = attached(SubmissionFactory(draft=True), SimpleUploadedFile("店.jpg", picture()))
    before = timezone.now()
    with pytest.raises(ScannerError):
        scan_file.call(str(file.pk), attempt)
    file.refresh_from_db()
    retry = DBTaskResult.objects.get(task_path="submissions.tasks.scan_file")
    assert (file.scan_state, retry.args_kwargs["args"]) == (ScanState.FAILED, [str(file.pk), attempt + 1])
    assert retry.run_after - before >= RETRY_AFTER[attempt]
    assert scan(file, scanner=ScannerInMemory()) == ScanState.CLEAN


def test_a_file_that_was_removed_meanwhile_is_nobodys_business() -> None:
    scan_file.call("5f3f5d3e-0000-4000-8000-000000000000")
    draft = SubmissionFactory(draft=True)
    file = attached(draft, harmful())
    discard_draft(draft, user=draft.applicant)
    assert scan(file, scanner=ScannerInMemory()) == ScanState.UPLOADED


@pytest.mark.parametrize("state", ScanState)
def test_only_the_arrows_of_the_table_can_be_gone(state: ScanState) -> None:
    """What asks for a move, tried from every state."""
    file = attach(SubmissionFactory(), picture(), scan_state=state)
    assert await_scan(file) == (ScanState.UPLOADED in MOVES[state])
    scanner = ScannerInMemory()
    if state not in ScanState.judged:
        assert scan(file, scanner=scanner) == ScanState.CLEAN
    else:
        assert (scan(file, scanner=scanner), scanner.seen) == (state, 0)


@pytest.mark.parametrize("wrong", [{"scan_state": "fine"}, {"scan_state": "infected"}, {"scan_state": "clean"}])
def test_the_database_knows_no_other_states(wrong: dict[str, str]) -> None:
    file = attached(SubmissionFactory(draft=True), SimpleUploadedFile("店.jpg", io.BytesIO(picture()).read()))
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=file.pk).update(**wrong)
    assert DraftAnswers.objects.count() == 1
