"""Against an S3 of our own, over HTTP, as browsers and this site speak to it.

It does not check signatures and policies: what they bind is read from them, and what comes in spite of them is found
when it is judged.
"""

import base64
import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest
import requests
from pytest_django.fixtures import Settings

from submissions.actions import begin_upload, cancel_upload, complete_upload, discard_draft
from submissions.actions.direct_uploads import NotArrived
from submissions.files import bucket as files
from submissions.files.bucket import PART, Bucket, own_bucket
from submissions.models import Attachment, DraftAnswers, Submission, Upload
from submissions.refusals import BadFile, NotAllowed, Refused
from tests.factories.accounts import UserFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import heic, pdf, picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3_server")]


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True)


def bucket() -> Bucket:
    found = own_bucket()
    assert found is not None
    return found


def begun(draft: Submission, content: bytes, name: str = "店.png", **more: Any) -> Upload:
    return begin_upload(draft, "photo", user=draft.applicant, name=name, size=len(content), **more)


def send(upload: Upload, content: bytes) -> dict[str, Any]:
    """As a browser does with the form that it is given; the form."""
    form = bucket().form(upload.key, content_type=upload.content_type, size=upload.size)
    answer = requests.post(form["url"], data=form["fields"], files={"file": ("file", content)}, timeout=10)
    assert answer.status_code == 204
    return form


def put_parts(upload: Upload, content: bytes, *numbers: int) -> None:
    for number in numbers:
        piece = content[(number - 1) * PART : number * PART]
        url = bucket().part_url(upload.key, upload.multipart_id, number, len(piece))
        urlopen(Request(url, data=piece, method="PUT", headers={"Content-Type": ""})).close()


def complete(draft: Submission, upload: Upload) -> Attachment:
    return complete_upload(draft, upload.pk, user=draft.applicant)


def keys() -> list[str]:
    return [key for key, _size, _moment in bucket().objects("")]


def test_a_file_that_was_sent_to_the_bucket_becomes_an_answer_and_leaves_the_way_in(
    draft: Submission, django_capture_on_commit_callbacks: Any
) -> None:
    content = picture("PNG")
    upload = begun(draft, content)
    send(upload, content)
    with django_capture_on_commit_callbacks(execute=True):
        attachment = complete(draft, upload)
    assert (attachment.pk, attachment.content_type, attachment.size) == (upload.pk, "image/png", len(content))
    assert attachment.file.open().read() == content
    assert DraftAnswers.objects.get().answers["photo"] == [str(upload.pk)]
    assert ([key for key in keys() if key.startswith("incoming/")], Upload.objects.count()) == ([], 0)


def test_the_form_is_bound_to_key_type_and_size(draft: Submission) -> None:
    upload = begun(draft, b"x" * 1234, "契約書.PDF")
    form = bucket().form(upload.key, content_type=upload.content_type, size=upload.size)
    bound = json.loads(base64.b64decode(form["fields"]["policy"]))["conditions"]
    assert ["content-length-range", 1234, 1234] in bound
    assert {"Content-Type": "application/pdf"} in bound
    assert {"key": upload.key} in bound
    assert {"x-amz-server-side-encryption": "AES256"} in bound
    assert "契約書" not in upload.key


def test_a_part_is_bound_to_its_size(draft: Submission) -> None:
    query = parse_qs(urlsplit(bucket().part_url("incoming/a", "id", 1, 77)).query)
    assert (query["X-Amz-SignedHeaders"], query["partNumber"]) == (["content-length;host"], ["1"])


def test_completing_twice_attaches_once(draft: Submission) -> None:
    upload = begun(draft, picture("PNG"))
    send(upload, picture("PNG"))
    assert complete(draft, upload) == complete(draft, upload) == Attachment.objects.get()


def test_the_form_used_again_changes_nothing_that_was_attached(draft: Submission) -> None:
    content = picture("PNG")
    upload = begun(draft, content)
    send(upload, content)
    attachment = complete(draft, upload)
    send(upload, b"<script>alert(1)</script>")
    assert complete(draft, upload).file.open().read() == content
    assert str(attachment.file.name).startswith("cases/")


def test_nobody_else_completes_or_cancels_an_upload(draft: Submission) -> None:
    upload = begun(draft, picture("PNG"))
    send(upload, picture("PNG"))
    stranger, other = UserFactory(), SubmissionFactory(draft=True)
    for case, user in ((draft, stranger), (other, other.applicant), (other, draft.applicant)):
        with pytest.raises(NotAllowed):
            complete_upload(case, upload.pk, user=user)
        cancel_upload(case, upload.pk, user=user)
    assert (Upload.objects.get(), Attachment.objects.count(), len(keys())) == (upload, 0, 1)


def test_nobody_begins_an_upload_in_the_draft_of_somebody_else(draft: Submission) -> None:
    with pytest.raises(NotAllowed):
        begin_upload(draft, "photo", user=UserFactory(), name="a.png", size=9)


@pytest.mark.parametrize(
    ("promised", "sent"),
    [(picture("PNG"), picture("PNG") + b"more"), (picture("PNG"), b""), (picture("PNG"), picture("PNG")[:50])],
)
def test_another_size_than_promised_is_thrown_away(draft: Submission, promised: bytes, sent: bytes) -> None:
    upload = begun(draft, promised)
    send(upload, sent)
    with pytest.raises(BadFile, match="途中で切れているか、壊れています"):
        complete(draft, upload)
    assert (keys(), Upload.objects.count(), Attachment.objects.count()) == ([], 0, 0)


def test_another_type_than_promised_is_thrown_away(draft: Submission) -> None:
    content = picture("PNG")
    upload = begun(draft, content)
    client = bucket().client
    client.put_object(Bucket=bucket().name, Key=upload.key, Body=content, ContentType="text/html")
    with pytest.raises(BadFile, match="壊れています"):
        complete(draft, upload)
    assert keys() == []


def test_content_that_only_calls_itself_a_picture_is_thrown_away(draft: Submission) -> None:
    content = b"<html><script>alert(1)</script></html>"
    upload = begun(draft, content)
    send(upload, content)
    with pytest.raises(BadFile, match="添付できない種類"):
        complete(draft, upload)
    assert keys() == []


def test_what_the_question_would_not_take_is_refused_before_it_is_sent(draft: Submission) -> None:
    with pytest.raises(BadFile, match="大きすぎます"):
        begin_upload(draft, "photo", user=draft.applicant, name="a.png", size=11 * 1024 * 1024)
    with pytest.raises(BadFile, match="中身が空です"):
        begin_upload(draft, "photo", user=draft.applicant, name="a.png", size=0)
    with pytest.raises(Refused):
        begin_upload(draft, "name", user=draft.applicant, name="a.png", size=9)


def test_a_file_is_handed_out_as_what_it_is_not_as_what_its_name_promised(draft: Submission) -> None:
    content = picture("PNG")
    upload = begun(draft, content, "店.pdf")
    send(upload, content)
    attachment = complete(draft, upload)
    with urlopen(attachment.file.url) as answer:
        assert (answer.headers["Content-Type"], answer.read()) == ("image/png", content)


def test_nothing_that_arrived_is_not_attached_and_may_still_come(draft: Submission) -> None:
    upload = begun(draft, picture("PNG"))
    with pytest.raises(NotArrived):
        complete(draft, upload)
    send(upload, picture("PNG"))
    assert complete(draft, upload).pk == upload.pk


def test_a_photo_of_a_phone_becomes_a_jpeg_on_this_way_too(draft: Submission) -> None:
    content = heic()
    upload = begun(draft, content, "IMG_1.HEIC")
    send(upload, content)
    assert complete(draft, upload).content_type == "image/jpeg"


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch, draft: Submission) -> bytes:
    """A document of two parts."""
    monkeypatch.setattr("submissions.actions.direct_uploads.IN_PARTS_ABOVE", PART)
    whole = pdf()
    return whole + b"\n%" + b" " * (PART + 1000 - len(whole)) + b"\n%%EOF\n"


def test_a_large_file_goes_on_where_it_stopped(draft: Submission, small_parts: bytes) -> None:
    upload = begun(draft, small_parts, "図面.pdf", fingerprint="a")
    put_parts(upload, small_parts, 1)
    with pytest.raises(NotArrived):
        complete(draft, upload)
    again = begun(draft, small_parts, "図面.pdf", fingerprint="a")
    assert (again, sorted(bucket().parts(again.key, again.multipart_id))) == (upload, [1])
    put_parts(again, small_parts, 2)
    attachment = complete(draft, again)
    assert attachment.file.open().read() == small_parts
    assert list(bucket().unfinished()) == []


def test_another_file_of_that_name_begins_anew(draft: Submission, small_parts: bytes) -> None:
    first = begun(draft, small_parts, "図面.pdf", fingerprint="a")
    assert begun(draft, small_parts, "図面.pdf", fingerprint="b") != first
    bucket().drop(first.key, first.multipart_id)
    assert begun(draft, small_parts, "図面.pdf", fingerprint="a") != first


def test_a_cancelled_upload_leaves_nothing(draft: Submission, small_parts: bytes) -> None:
    upload = begun(draft, small_parts, "図面.pdf")
    put_parts(upload, small_parts, 1)
    cancel_upload(draft, upload.pk, user=draft.applicant)
    assert (list(bucket().unfinished()), keys(), Upload.objects.count()) == ([], [], 0)
    with pytest.raises(HTTPError):
        put_parts(upload, small_parts, 2)


def test_a_draft_is_discarded_with_what_is_on_its_way(draft: Submission) -> None:
    begun(draft, picture("PNG"))
    discard_draft(draft, user=draft.applicant)
    assert not Submission.objects.exists()


def test_files_go_through_the_site_where_that_is_set(draft: Submission, settings: Settings) -> None:
    settings.DIRECT_UPLOADS = False
    assert files.direct_bucket() is None
    with pytest.raises(Refused):
        begun(draft, picture("PNG"))
