import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from submissions.actions import add_attachment, remove_attachment, resubmit, submit
from submissions.enums import ScanState
from submissions.models import Attachment, DraftAnswers, Submission
from submissions.refusals import BadFile, NotAllowed, Refused, WrongState
from tests.factories.accounts import UserFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import pdf, picture

pytestmark = pytest.mark.django_db


def upload(name: str = "店の写真.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture("PNG"))


def attached(submission: Submission) -> list[str]:
    return DraftAnswers.objects.get(submission=submission).answers["photo"]


def test_a_file_becomes_an_answer() -> None:
    draft = SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", upload(), user=draft.applicant)
    assert attached(draft) == [str(file.pk)]
    assert (file.name, file.content_type, file.scan_state) == ("店の写真.png", "image/png", ScanState.UNSCANNED)
    assert "店の写真" not in str(file.file.name)


def test_a_file_goes_with_the_submission() -> None:
    draft = SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", upload(), user=draft.applicant)
    submit(draft, user=draft.applicant, delivery="electronic")
    assert draft.answer_sets.get().answers["photo"] == [str(file.pk)]


def test_more_files_than_allowed_are_refused() -> None:
    draft = SubmissionFactory(draft=True)
    for _number in range(3):
        add_attachment(draft, "photo", upload(), user=draft.applicant)
    with pytest.raises(BadFile, match="3件まで"):
        add_attachment(draft, "photo", upload(), user=draft.applicant)


@pytest.mark.parametrize("path", ["name", "nothing", "shops.r1.seats", "photo.x.y", ""])
def test_only_file_questions_take_files(path: str) -> None:
    draft = SubmissionFactory(draft=True)
    with pytest.raises(Refused):
        add_attachment(draft, path, upload(), user=draft.applicant)


def test_strangers_attach_and_remove_nothing() -> None:
    draft, stranger = SubmissionFactory(draft=True), UserFactory()
    file = add_attachment(draft, "photo", upload(), user=draft.applicant)
    with pytest.raises(NotAllowed):
        add_attachment(draft, "photo", upload(), user=stranger)
    with pytest.raises(NotAllowed):
        remove_attachment(file, user=stranger)
    assert attached(draft) == [str(file.pk)]


def test_removing_takes_the_file_out_of_the_storage(django_capture_on_commit_callbacks: object) -> None:
    draft = SubmissionFactory(draft=True)
    file = add_attachment(draft, "photo", upload(), user=draft.applicant)
    storage, name = file.file.storage, str(file.file.name)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        remove_attachment(file, user=draft.applicant)
    assert (attached(draft), storage.exists(name), Attachment.objects.count()) == ([], False, 0)


def test_a_filed_case_takes_no_file() -> None:
    case = SubmissionFactory(arrived=True)
    with pytest.raises(WrongState):
        add_attachment(case, "photo", upload(), user=case.applicant)


def test_a_correction_takes_files_only_where_asked() -> None:
    case = SubmissionFactory(in_correction=True)
    with pytest.raises(NotAllowed):
        add_attachment(case, "photo", upload(), user=case.applicant)


def test_a_photo_replaced_in_a_correction_stays_with_the_earlier_round() -> None:
    draft = SubmissionFactory(draft=True)
    first = add_attachment(draft, "photo", upload(), user=draft.applicant)
    answers = DraftAnswers.objects.get(submission=draft).answers
    case = SubmissionFactory(
        in_correction=True, items={"photo": "店名が写っていません。"}, answers=answers | {"photo": []}
    )
    second = add_attachment(case, "photo", SimpleUploadedFile("新.pdf", pdf()), user=case.applicant)
    again = resubmit(case, user=case.applicant)
    assert again.answer_sets.get(round=2).answers["photo"] == [str(second.pk)]
    assert Attachment.objects.filter(pk=first.pk).exists()
