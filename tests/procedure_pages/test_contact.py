"""The contact page is open to everybody, so what comes through it is nobody's friend."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document

from procedure_pages.demo.pages import publish_new
from procedure_pages.models import ContactField, ContactPage
from tests.factories.accounts import UserFactory
from tests.factories.pages import HomePageFactory

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://evil.example","開く")'


@pytest.fixture
def contact() -> ContactPage:
    field = ContactField(label="内容", clean_name="text", field_type="multiline", required=True)
    return publish_new(
        HomePageFactory(), ContactPage(title="お問い合わせ", slug="contact", form_fields=[field]), user=None
    )


def test_messages_in_a_csv_file_are_never_calculated(client: Client, contact: ContactPage) -> None:
    client.post("/contact/", {"text": FORMULA})
    client.force_login(UserFactory(is_superuser=True))
    export = client.get(reverse("wagtailforms:list_submissions", args=[contact.pk]), {"export": "csv"})
    assert "\"'=HYPERLINK(" in b"".join(export.streaming_content).decode()  # type: ignore[attr-defined]


def test_messages_are_limited(client: Client, contact: ContactPage) -> None:
    answers = [client.post("/contact/", {"text": "こんにちは"}).status_code for _number in range(11)]
    assert answers == [302] * 10 + [429]
    assert client.get("/contact/").status_code == 200


@pytest.mark.parametrize(("name", "is_taken"), [("案内.pdf", True), ("案内.html", False), ("図.svg", False)])
def test_library_takes_no_document_that_runs_in_a_browser(name: str, is_taken: bool) -> None:
    form = get_document_form(Document)(
        {"title": "案内", "collection": "1", "tags": ""},
        {"file": SimpleUploadedFile(name, b"<script>alert(1)</script>")},
        user=UserFactory(is_superuser=True),
    )
    assert form.is_valid() is is_taken
