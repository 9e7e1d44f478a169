from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from submissions.models import AnswerSet, Attachment, Submission
from submissions.schema.paths import walk
from tests.factories.accounts import ProfileFactory
from tests.factories.pages import ProcedurePageFactory
from tests.factories.submissions import SubmissionFactory

from .caller import ROOT, Caller
from .test_journey import draft, office_asks_for_a_correction

pytestmark = pytest.mark.django_db


def photo(colour: str = "red") -> SimpleUploadedFile:
    stored = BytesIO()
    Image.new("RGB", (40, 30), colour).save(stored, "PNG")
    return SimpleUploadedFile("外観.png", stored.getvalue(), "image/png")


def test_a_file_becomes_part_of_the_answer() -> None:
    case = SubmissionFactory(draft=True)
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/"
    response = caller.upload(f"{address}attachments/", path="photo", file=photo())
    body = response.json()
    assert (response.status_code, body["path"], body["content_type"]) == (201, "photo", "image/png")
    detail = caller.get(address).json()
    assert (detail["answers"]["photo"], [file["id"] for file in detail["attachments"]]) == ([body["id"]], [body["id"]])


def test_a_removed_file_leaves_the_answer() -> None:
    case = SubmissionFactory(draft=True)
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/"
    file = caller.upload(f"{address}attachments/", path="photo", file=photo()).json()
    assert caller.delete(f"{address}attachments/{file['id']}/").status_code == 204
    detail = caller.get(address).json()
    assert (detail["answers"].get("photo") or [], detail["attachments"]) == ([], [])


@pytest.mark.parametrize(
    "path", ["unknown", "name.x.y", "shops.r1.unknown", "shops.a/b.photo", "photo.x", "", "a\x00b"]
)
def test_a_file_without_a_question_is_refused(path: str) -> None:
    case = SubmissionFactory(draft=True)
    response = Caller(case.applicant).upload(f"/submissions/{case.reference}/attachments/", path=path, file=photo())
    assert (response.status_code, response.json()["code"]) == (422, "unusable_answers")
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.png", b"GIF89a not a picture"), ("x.pdf", b"<html></html>"), ("x.exe", b"MZ\x90\x00"), ("empty.png", b"")],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(name: str, content: bytes) -> None:
    case = SubmissionFactory(draft=True)
    file = SimpleUploadedFile(name, content)
    response = Caller(case.applicant).upload(f"/submissions/{case.reference}/attachments/", path="photo", file=file)
    assert (response.status_code, response.json()["code"]) == (422, "bad_file")


@pytest.mark.parametrize("missing", ["path", "file"])
def test_an_upload_needs_a_path_and_a_file(missing: str) -> None:
    case = SubmissionFactory(draft=True)
    parts: dict[str, Any] = {"path": "photo", "file": photo()}
    del parts[missing]
    response = Caller(case.applicant).upload(f"/submissions/{case.reference}/attachments/", **parts)
    assert (response.status_code, list(response.json()["errors"].values())) == (422, [["This is missing."]])


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain"])
def test_a_broken_upload_is_refused_in_the_same_shape(content_type: str) -> None:
    case = SubmissionFactory(draft=True)
    response = Caller(case.applicant).client.generic(
        "POST", f"{ROOT}/submissions/{case.reference}/attachments/", "--x\r\nbroken", content_type
    )
    assert (response.status_code in (400, 422), set(response.json())) == (True, {"code", "message", "errors"})


@pytest.mark.parametrize("state", ["arrived", "granted"])
def test_a_filed_case_takes_no_file(state: str) -> None:
    case = SubmissionFactory(state=state)
    response = Caller(case.applicant).upload(f"/submissions/{case.reference}/attachments/", path="photo", file=photo())
    assert (response.status_code, response.json()["code"]) == (409, "wrong_state")


def test_files_of_somebody_else_do_not_exist() -> None:
    case = SubmissionFactory(draft=True)
    address = f"/submissions/{case.reference}/attachments/"
    file = Caller(case.applicant).upload(address, path="photo", file=photo()).json()
    stranger = Caller(ProfileFactory().members.get())
    assert stranger.upload(address, path="photo", file=photo()).status_code == 404
    assert stranger.delete(f"{address}{file['id']}/").status_code == 404
    assert [str(attachment.pk) for attachment in Attachment.objects.all()] == [file["id"]]


def test_files_are_told_apart_by_their_case() -> None:
    mine, other = SubmissionFactory(draft=True), SubmissionFactory(draft=True)
    owner = Caller(other.applicant)
    file = owner.upload(f"/submissions/{other.reference}/attachments/", path="photo", file=photo()).json()
    caller = Caller(mine.applicant)
    for identifier in (file["id"], uuid4()):
        assert caller.delete(f"/submissions/{mine.reference}/attachments/{identifier}/").status_code == 404


@pytest.mark.parametrize("method", ["upload", "delete"])
def test_files_need_a_token(method: str) -> None:
    case = SubmissionFactory(draft=True)
    address = f"/submissions/{case.reference}/attachments/"
    caller = Caller()
    response = caller.upload(address) if method == "upload" else caller.delete(f"{address}{uuid4()}/")
    assert response.status_code == 401


def test_a_file_in_an_entry_is_filed_and_replaced_in_a_correction() -> None:
    ProcedurePageFactory()
    profile = ProfileFactory()
    caller = Caller(profile.members.get())
    address = f"/submissions/{draft(caller, profile)}/"
    first = caller.upload(f"{address}attachments/", path="shops.main.photo", file=photo()).json()
    assert caller.post(f"{address}submit/", delivery="electronic").json()["state"] == "arrived"
    office_asks_for_a_correction(Submission.objects.get(), first["path"])
    assert caller.delete(f"{address}attachments/{first['id']}/").status_code == 204
    second = caller.upload(f"{address}attachments/", path=first["path"], file=photo("blue")).json()
    caller.post(f"{address}resubmit/")
    assert [found.value for found in walk(AnswerSet.objects.get(round=2).evaluation)][-1] == [second["id"]]


def test_a_file_outside_the_correction_is_refused() -> None:
    case = SubmissionFactory(in_correction=True)
    response = Caller(case.applicant).upload(f"/submissions/{case.reference}/attachments/", path="photo", file=photo())
    assert response.status_code in (403, 409, 422)
    assert not Attachment.objects.exists()
