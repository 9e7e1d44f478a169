"""Run daily: what never became part of a case goes, everything else stays."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from submissions.actions import add_attachment, begin_upload
from submissions.actions.sweeping import Swept, sweep_files
from submissions.enums import ScanState
from submissions.files.bucket import own_bucket
from submissions.models import Attachment, Submission, Upload
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True)


def photo(draft: Submission) -> Attachment:
    return add_attachment(draft, "photo", SimpleUploadedFile("店.png", picture("PNG")), user=draft.applicant)


def sweep(*, is_rehearsal: bool = False) -> Swept:
    """As if everything had been there for long."""
    return sweep_files(before=timezone.now() + SOON, is_rehearsal=is_rehearsal)


@pytest.mark.parametrize("place", ["folder", "bucket"])
def test_only_files_without_a_row_go(draft: Submission, place: str, request: pytest.FixtureRequest) -> None:
    if place == "bucket":
        request.getfixturevalue("s3_server")
    else:
        sweep()
    kept, storage = photo(draft), storages["attachments"]
    lost = storage.save("cases/aa/lost.png", ContentFile(b"12345"))
    notice = storage.save("notices/2026/notice.pdf", ContentFile(b"paper"))
    assert sweep(is_rehearsal=True) == Swept(0, 0, 1, 5)
    assert sweep() == Swept(0, 0, 1, 5)
    there = [storage.exists(str(name)) for name in (lost, notice, kept.file.name, kept.thumbnail.name)]
    assert (there, sweep()) == ([False, True, True, True], Swept(0, 0, 0, 0))


def test_young_files_are_left_alone(draft: Submission) -> None:
    lost = storages["attachments"].save("cases/bb/young.png", ContentFile(b"12345"))
    sweep_files(before=timezone.now() - SOON)
    assert storages["attachments"].exists(lost)


@pytest.mark.usefixtures("s3_server")
def test_uploads_that_were_never_completed_go_with_their_parts(draft: Submission) -> None:
    bucket = own_bucket()
    assert bucket is not None
    begin_upload(draft, "photo", user=draft.applicant, name="店.png", size=9)
    key = "incoming/x"
    Upload.objects.create(
        submission=draft, path="photo", name="図面.pdf", size=9, key=key, content_type="application/pdf",
        multipart_id=bucket.begin_parts(key, content_type="application/pdf"), started_by=draft.applicant,
    )  # fmt: skip
    bucket.begin_parts("incoming/nobodys", content_type="application/pdf")
    assert sweep(is_rehearsal=True) == Swept(2, 1, 0, 0)
    sweep()
    assert (list(bucket.unfinished()), Upload.objects.count()) == ([], 0)


def test_files_that_wait_for_the_scanner_are_queued_again(
    draft: Submission, settings: Settings, django_capture_on_commit_callbacks: Any
) -> None:
    """One is from before there was a scanner."""
    file = photo(draft)
    settings.CLAMD_ADDRESS = "unix:/nowhere"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    Attachment.objects.update(uploaded_at=timezone.now() - timedelta(days=1))
    told = StringIO()
    call_command("sweep_files", stdout=told)
    file.refresh_from_db()
    queued = DBTaskResult.objects.get(task_path="submissions.tasks.scan_file")
    assert (file.scan_state, queued.args_kwargs["args"]) == (ScanState.UPLOADED, [str(file.pk)])
    assert told.getvalue().splitlines()[1] == "Queued for the virus scanner: 1"


def test_the_command_rehearses_and_says_so(draft: Submission) -> None:
    Upload.objects.create(
        submission=draft, path="photo", name="a", size=9, key="incoming/y", content_type="x", started_by=draft.applicant
    )
    Upload.objects.update(started_at=timezone.now() - timedelta(hours=49))
    told = StringIO()
    call_command("sweep_files", "--dry-run", stdout=told)
    assert told.getvalue().startswith("Would be thrown away: 1 unfinished uploads, 0 uploads in parts")
    assert Upload.objects.count() == 1


def test_what_may_be_under_way_cannot_be_swept() -> None:
    with pytest.raises(CommandError, match="at least 2"):
        call_command("sweep_files", "--older-than-hours=1")
