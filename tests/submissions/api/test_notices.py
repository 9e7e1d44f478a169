from uuid import uuid4

import pytest

from tests.factories.submissions import SubmissionFactory

from .caller import Caller

pytestmark = pytest.mark.django_db


def test_a_notice_is_listed_and_fetched_and_that_is_recorded() -> None:
    case = SubmissionFactory(granted=True)
    caller, notice = Caller(case.applicant), case.notices.get()
    listed = caller.get(f"/submissions/{case.reference}/notices/").json()
    assert [(item["id"], item["title"], item["first_downloaded_at"]) for item in listed] == [
        (str(notice.pk), "交付決定通知書", None)
    ]
    response = caller.get(f"/notices/{notice.pk}/pdf")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    assert response.content.startswith(b"%PDF-")
    notice.refresh_from_db()
    assert (notice.first_opened_at is None, notice.first_downloaded_at is None) == (False, False)


def test_before_the_decision_there_is_no_notice() -> None:
    case = SubmissionFactory(in_review=True)
    assert Caller(case.applicant).get(f"/submissions/{case.reference}/notices/").json() == []


def test_a_notice_that_never_was_does_not_exist() -> None:
    caller = Caller(SubmissionFactory(granted=True).applicant)
    assert caller.get(f"/notices/{uuid4()}/pdf").status_code == 404
    assert caller.get("/notices/not-a-uuid/pdf").status_code == 422


def test_the_receipt_is_a_pdf_of_what_was_filed() -> None:
    case = SubmissionFactory()
    response = Caller(case.applicant).get(f"/submissions/{case.reference}/receipt.pdf")
    assert (response.status_code, response.content[:5]) == (200, b"%PDF-")
    assert response.headers["Content-Disposition"] == f'attachment; filename="receipt-{case.number}.pdf"'


def test_a_draft_has_no_receipt() -> None:
    case = SubmissionFactory(draft=True)
    assert Caller(case.applicant).get(f"/submissions/{case.reference}/receipt.pdf").status_code == 404
