import io

import pytest
from django.test import Client
from PIL import Image

from submissions.enums import GrantRole
from submissions.files.responses import HARMLESS
from submissions.models import Submission
from tests.factories.submissions import StaffMember, SubmissionFactory
from tests.submissions.files.samples import photo_with_place

from .desk import attach, desk, page

pytestmark = pytest.mark.django_db


def drawn(kind: str, size: tuple[int, int] = (2000, 1000)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind)
    return buffer.getvalue()


def client_for(case: Submission) -> Client:
    return desk(StaffMember(case.department, GrantRole.VIEW))


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("PDF", "application/pdf")])
def test_preview_is_a_picture_drawn_here(kind: str, content_type: str) -> None:
    case = SubmissionFactory()
    attachment = attach(case, drawn(kind), content_type)
    response = client_for(case).get(page("preview", case, attachment.pk))
    assert response["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 600)


def test_preview_of_a_broken_file_does_not_exist() -> None:
    case = SubmissionFactory()
    for content_type in ("application/pdf", "image/png"):
        attachment = attach(case, b"%PDF-1.7 broken", content_type)
        assert client_for(case).get(page("preview", case, attachment.pk)).status_code == 404


def test_file_opens_in_the_browser_or_is_saved() -> None:
    case = SubmissionFactory()
    url = page("file", case, attach(case, b"content").pk)
    opened, saved = client_for(case).get(url), client_for(case).get(url, {"download": ""})
    assert opened.getvalue() == b"content"
    assert opened["Content-Disposition"].startswith("inline")
    assert opened["Content-Security-Policy"] == HARMLESS
    assert saved["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%BA%97.png")


def test_script_in_a_pdf_reaches_nothing_where_it_is_shown() -> None:
    case = SubmissionFactory()
    url = page("file", case, attach(case, b"%PDF-1.7 /OpenAction /JavaScript", "application/pdf").pk)
    opened = client_for(case).get(url)
    assert (opened["Content-Type"], opened["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert opened["Content-Security-Policy"].startswith("sandbox; default-src 'none';")


def test_preview_of_a_photo_does_not_tell_where_it_was_taken() -> None:
    case = SubmissionFactory()
    shown = client_for(case).get(page("preview", case, attach(case, photo_with_place(), "image/jpeg").pk))
    assert not Image.open(io.BytesIO(shown.content)).getexif()


def test_file_of_a_type_that_could_run_is_only_saved() -> None:
    case = SubmissionFactory()
    response = client_for(case).get(page("file", case, attach(case, b"<script>", "text/html").pk))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
