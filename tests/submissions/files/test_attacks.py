"""What is sent to do harm: the sentence that its sender reads."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from submissions.models import Attachment
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.admin.desk import desk

from .samples import office, packed_pdf_that_does, pdf, pdf_that_does, picture

pytestmark = pytest.mark.django_db
HTML = b"<!DOCTYPE html><script>alert(document.cookie)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"
KIND = "「{}」は添付できない種類のファイルです。次のいずれかの種類のファイルを添付してください：PDF・JPG・PNG"
PROGRAM = (
    "「{}」には、開くと自動で動くプログラムが含まれています。"
    "印刷の機能で新しいPDFに保存し直し、そのファイルを添付してください。"
)
PIXELS = "「{}」は画素数が多すぎます。画像を小さくして保存し、添付し直してください。"


def hundred_megapixels() -> bytes:
    """Of one bit each: a few kilobytes to send, 400 MB to show."""
    buffer = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(buffer, "PNG")
    return buffer.getvalue()


ATTACKS = [
    ("HTML as a picture", "店.jpg", lambda: HTML, KIND),
    ("SVG", "図.svg", lambda: SVG, KIND),
    ("SVG as a picture", "図.png", lambda: SVG, KIND),
    ("HTML before a PDF", "書類.pdf", lambda: HTML + pdf(), KIND),
    ("zip bomb", "表.xlsx", lambda: office("xl/workbook.xml", filler=210 * 1024 * 1024), KIND),
    ("macro in a document", "様式.docx", lambda: office("word/document.xml", "word/vbaProject.bin"), KIND),
    ("macro by its name", "様式.docm", lambda: office("word/document.xml", "word/VBAPROJECT.BIN"), KIND),
    ("PDF with a script", "書類.pdf", lambda: pdf_that_does(SCRIPT), PROGRAM),
    (
        "PDF with a disguised script",
        "書類.pdf",
        lambda: pdf_that_does(b"<</S/J#61vaScript/JS(app.alert(1))>>"),
        PROGRAM,
    ),
    ("PDF with a packed script", "書類.pdf", lambda: packed_pdf_that_does(SCRIPT), PROGRAM),
    ("PDF that starts a program", "書類.pdf", lambda: pdf_that_does(b"<</S/Launch/F(cmd.exe)>>"), PROGRAM),
    ("100 megapixels", "写真.png", lambda: hundred_megapixels(), PIXELS),
]


@pytest.mark.parametrize(("name", "make", "sentence"), [attack[1:] for attack in ATTACKS], ids=[a[0] for a in ATTACKS])
def test_an_attack_is_answered_with_a_sentence(name: str, make: Callable[[], bytes], sentence: str) -> None:
    draft = SubmissionFactory(draft=True)
    address = reverse("submissions:upload", args=[draft.reference])
    answer = desk(draft.applicant).post(address, {"path": "photo", "file": SimpleUploadedFile(name, make())})
    assert (answer.status_code, answer.json()["message"]) == (422, sentence.format(name))
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "content", [picture("JPEG") + HTML, pdf() + HTML, picture("PNG") + office("word/document.xml")]
)
def test_a_file_that_is_two_things_is_served_as_the_one_it_was_taken_for(content: bytes) -> None:
    """Nothing runs a polyglot: the type is ours, sniffing is off, the page is locked."""
    draft = SubmissionFactory(draft=True)
    client = desk(draft.applicant)
    upload = SimpleUploadedFile("店.html", content, "text/html")
    client.post(reverse("submissions:upload", args=[draft.reference]), {"path": "photo", "file": upload})
    attachment = Attachment.objects.get()
    answer = client.get(reverse("submissions:attachment", args=[attachment.pk]))
    assert answer["Content-Type"] == attachment.content_type in ("image/jpeg", "image/png", "application/pdf")
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == ("nosniff", True)
    assert not attachment.name.endswith(".html")


def test_the_file_of_somebody_else_is_not_there_whoever_guesses() -> None:
    draft = SubmissionFactory(draft=True)
    upload = SimpleUploadedFile("店.png", picture("PNG"))
    desk(draft.applicant).post(reverse("submissions:upload", args=[draft.reference]), {"path": "photo", "file": upload})
    attachment = Attachment.objects.get()
    pages = [reverse(f"submissions:{view}", args=[attachment.pk]) for view in ("attachment", "thumbnail")]
    stranger = desk(ProfileFactory().members.get())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    assert [Client().get(page).status_code for page in pages] == [302, 302]
    assert stranger.get(f"/media/{attachment.file.name}").status_code == 404
