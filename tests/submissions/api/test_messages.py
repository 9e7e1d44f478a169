import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from submissions.actions import send_message
from submissions.enums import GrantRole
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import StaffMember, SubmissionFactory
from tests.submissions.files.samples import pdf

from .caller import Caller

pytestmark = pytest.mark.django_db


def test_a_program_asks_the_office_and_reads_the_answer() -> None:
    case = SubmissionFactory()
    caller, path = Caller(case.applicant), f"/submissions/{case.reference}/messages/"
    sent = caller.upload(path, body="いつですか。", files=[SimpleUploadedFile("a.pdf", pdf())])
    assert (sent.status_code, sent.json()["attachments"][0]["name"]) == (201, "a.pdf")
    send_message(case, user=StaffMember(case.department, GrantRole.REVIEW), body="来週です。")
    assert [(item["side"], item["body"]) for item in caller.get(path).json()] == [
        ("applicant", "いつですか。"),
        ("office", "来週です。"),
    ]
    assert case.messages.get(side="office").read_at is not None
    file = caller.get(f"/submissions/{case.reference}/attachments/{sent.json()['attachments'][0]['id']}/")
    assert b"".join(file.streaming_content).startswith(b"%PDF-")
    assert caller.get(f"/submissions/{case.reference}/").json()["attachments"] == []


def test_messages_and_files_of_others_do_not_exist() -> None:
    case = SubmissionFactory()
    uploads = [SimpleUploadedFile("a.pdf", pdf())]
    file = send_message(case, user=case.applicant, body="内密", uploads=uploads).attachments.get()
    for stranger in (ProfileFactory().members.get(), StaffMember(case.department, GrantRole.REVIEW)):
        caller, path = Caller(stranger), f"/submissions/{case.reference}"
        answers = [
            caller.get(f"{path}/messages/"),
            caller.upload(f"{path}/messages/", body="x"),
            caller.get(f"{path}/attachments/{file.pk}/"),
        ]
        assert [answer.status_code for answer in answers] == [404, 404, 404]
