import hashlib
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from submissions.files.intake import Accepted, take_in
from submissions.refusals import BadFile

from .samples import heic, office, pdf, photo_with_place, picture

ALL = ("pdf", "jpg", "png", "heic", "xlsx", "docx")
MEBIBYTE = 1024 * 1024
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def take(
    content: bytes, name: str = "写真.jpg", *, extensions: tuple[str, ...] = ALL, limit: int = MEBIBYTE
) -> Accepted:
    return take_in(SimpleUploadedFile(name, content), extensions=extensions, max_bytes=limit)


@pytest.mark.parametrize(
    ("content", "extension", "content_type"),
    [
        (picture("JPEG"), "jpg", "image/jpeg"),
        (picture("PNG"), "png", "image/png"),
        (pdf(), "pdf", "application/pdf"),
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, extension: str, content_type: str) -> None:
    accepted = take(content, "名前は何でも.exe")
    assert (accepted.extension, accepted.content_type, accepted.size) == (extension, content_type, len(content))
    assert accepted.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("写真.jpeg", "写真.jpeg"),
        ("請求書.HTA", "請求書.HTA.jpg"),
        ("写真", "写真.jpg"),
        ("あ" * 196 + ".exe", "あ" * 196 + ".jpg"),
    ],
)
def test_a_name_ends_as_the_content_demands(name: str, kept: str) -> None:
    assert take(picture("JPEG"), name).name == kept


def test_an_office_file_that_is_locked_or_made_to_break_readers_is_refused() -> None:
    whole = office("word/document.xml", filler=5000)
    central, data = whole.index(b"PK\x01\x02"), whole.index(b"word/document.xml") + len("word/document.xml")
    for place, value in ((central + 8, 1), (central + 6, 99), (central + 10, 99), (central + 8, 32), (data, 7)):
        broken = bytearray(whole)
        broken[place] = value
        with pytest.raises(BadFile):
            take(bytes(broken))


def test_an_archive_of_too_many_entries_is_refused() -> None:
    with pytest.raises(BadFile):
        take(office("word/document.xml", *(str(number) for number in range(10_000)), filler=0), limit=9 * MEBIBYTE)


@pytest.mark.parametrize("kind", ["TIFF", "ICO", "AVIF", "PCX", "DDS"])
def test_no_other_kind_of_picture_is_even_opened(kind: str) -> None:
    with pytest.raises(BadFile, match="添付できない種類"):
        take(picture(kind, size=(64, 64)))


@pytest.mark.parametrize(("part", "extension"), [("xl/workbook.xml", "xlsx"), ("word/document.xml", "docx")])
def test_office_files_are_known_by_their_parts(part: str, extension: str) -> None:
    assert take(office(part)).extension == extension


def test_images_get_a_small_picture() -> None:
    with Image.open(io.BytesIO(take(picture(size=(2000, 1000))).thumbnail)) as small:
        assert small.size == (320, 160)


def test_small_picture_does_not_tell_where_a_photo_was_taken_and_the_file_stays_as_it_was_sent() -> None:
    sent = photo_with_place()
    accepted = take(sent)
    assert Image.open(io.BytesIO(sent)).getexif() != {}
    assert (accepted.content.read(), dict(Image.open(io.BytesIO(accepted.thumbnail)).getexif())) == (sent, {})


def test_a_photo_of_a_phone_becomes_a_jpeg() -> None:
    accepted = take(heic(), "IMG_0001.HEIC", extensions=("jpg",))
    assert (accepted.name, accepted.content_type) == ("IMG_0001.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "中身が空です"),
        (SVG, "添付できない種類"),
        (b"<html><script>alert(1)</script></html>", "添付できない種類"),
        (b"MZ" + b"\0" * 100, "添付できない種類"),
        (picture("GIF"), "添付できない種類"),
        (picture("JPEG")[:600], "途中で切れているか、壊れています"),
        (picture("PNG")[:100], "途中で切れているか、壊れています"),
        (pdf()[:40], "開けません"),
        (office("word/document.xml", "word/vbaProject.bin"), "添付できない種類"),
        (office("evil.txt"), "添付できない種類"),
        (b"0" * (MEBIBYTE + 1), "大きすぎます"),
    ],
)
def test_a_bad_file_is_refused_with_a_way_to_mend_it(content: bytes, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        take(content, "書類.pdf")


def test_a_kind_that_the_question_does_not_take_is_refused() -> None:
    with pytest.raises(BadFile, match="PDF"):
        take(picture(), extensions=("pdf",))


def test_a_picture_of_too_many_pixels_is_refused_unopened() -> None:
    with pytest.raises(BadFile, match="画素数"):
        take(picture("PNG", (9000, 9000)))


def test_an_archive_that_swells_is_refused() -> None:
    with pytest.raises(BadFile):
        take(office("word/document.xml", filler=210 * MEBIBYTE))
