"""Takes a file in from the internet: its type by its content, opened for real, measured, hashed, named anew."""

import hashlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

import pillow_heif
import puremagic
import pypdfium2
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from accounts.japanese.normalise import one_line

from ..refusals import BadFile
from .pdf_programs import runs_by_itself

pillow_heif.register_heif_opener()

MEBIBYTE = 1024 * 1024
PIXELS_AT_MOST = 60_000_000
THUMBNAIL = (320, 320)
NAME_AT_MOST = 200
IMAGE_FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "HEIF": "heic"}
OPENED_FORMATS = ("JPEG", "PNG", "HEIF")
"""No other reader of Pillow's is let near a stranger's bytes; MPO is what JPEG's finds in some of its files."""
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
OFFICE_PARTS = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
UNZIPPED_AT_MOST = 200 * MEBIBYTE
ENTRIES_AT_MOST = 10_000
SPELLINGS = {"jpeg": "jpg", "heif": "heic"}
UNREADABLE_IMAGE = (
    OSError, ValueError, SyntaxError, RuntimeError, EOFError, struct.error, Image.DecompressionBombError
)  # fmt: skip
UNREADABLE_ZIP = (
    zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, struct.error, zlib.error, lzma.LZMAError
)  # fmt: skip
"""What the libraries raise at files that are torn, locked, or made to break them."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that passed: what it is, not what its sender said."""

    name: str
    extension: str
    content_type: str
    content: File[bytes]
    size: int
    sha256: str
    thumbnail: bytes = b""


def take_in(upload: UploadedFile, *, extensions: tuple[str, ...], max_bytes: int) -> Accepted:
    """Check `upload` against the kinds and the size (bytes) that a question takes. BadFile says what to do instead.

    A HEIC photo becomes a JPEG where photos are taken. Images get a thumbnail of at most 320 pixels. The name ends as
    the content demands: whoever opens it from a folder gets no program that only calls itself a document.
    """
    name = clean_name(upload.name or "")
    check_size(name, upload.size or 0, max_bytes)
    extension = _extension_by_content(name, upload)
    allowed = {SPELLINGS.get(word, word) for word in extensions}
    if extension == "heic" and allowed & {"heic", "jpg"}:
        return _as_jpeg(name, upload)
    if extension is None or extension not in allowed:
        raise BadFile(
            _("“%(name)s” cannot be attached. Attach a file of one of these kinds: %(kinds)s.")
            % {"name": name, "kinds": "・".join(word.upper() for word in extensions)}
        )
    OPENERS[extension](name, upload)
    upload.seek(0)
    digest = hashlib.file_digest(upload, "sha256").hexdigest()
    upload.seek(0)
    thumbnail = _thumbnail(name, upload) if extension in ("jpg", "png") else b""
    upload.seek(0)
    name = _ending_in(extension, name)
    return Accepted(name, extension, CONTENT_TYPES[extension], upload, upload.size or 0, digest, thumbnail)


def _ending_in(extension: str, name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    if SPELLINGS.get(ending, ending) == extension:
        return name
    return f"{name[: NAME_AT_MOST - len(extension) - 1]}.{extension}"


def clean_name(name: str) -> str:
    return one_line(name)[-NAME_AT_MOST:] or "file"


def content_type_by_name(name: str) -> str:
    """What a name's ending promises; nothing is decided by it."""
    ending = name.rpartition(".")[2].lower()
    extension = SPELLINGS.get(ending, ending)
    return "image/heic" if extension == "heic" else CONTENT_TYPES.get(extension, "application/octet-stream")


def check_size(name: str, size: int, max_bytes: int) -> None:
    """BadFile if a question that takes up to `max_bytes` would not take so much, or nothing at all."""
    if size == 0:
        raise BadFile(_("“%(name)s” is empty. Choose the file again.") % {"name": name})
    if size > max_bytes:
        raise BadFile(
            _("“%(name)s” is too large (%(size).1f MB). Attach a file of up to %(limit)d MB.")
            % {"name": name, "size": size / MEBIBYTE, "limit": max_bytes // MEBIBYTE}
        )


def _extension_by_content(name: str, upload: IO[bytes]) -> str | None:
    """What the bytes are; None for anything that is not taken anywhere."""
    upload.seek(0)
    head = upload.read(4096)
    upload.seek(0)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office_kind(upload)
    try:
        with Image.open(upload, formats=OPENED_FORMATS) as image:
            return IMAGE_FORMATS.get(image.format or "")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(name) from None
    except UNREADABLE_IMAGE:
        return _torn_image(head)


def _torn_image(head: bytes) -> str | None:
    """A picture that begins right and cannot be opened is torn, not of a wrong kind."""
    try:
        found = puremagic.from_string(head)
    except puremagic.PureError:
        return None
    return {".jpg": "jpg", ".jpeg": "jpg", ".jfif": "jpg", ".png": "png"}.get(found.lower())


def _office_kind(upload: IO[bytes]) -> str | None:
    try:
        with zipfile.ZipFile(upload) as archive:
            names = set(archive.namelist())
            if len(names) > ENTRIES_AT_MOST:
                return None
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return None
            if sum(entry.file_size for entry in archive.infolist()) > UNZIPPED_AT_MOST:
                return None
    except UNREADABLE_ZIP:
        return None
    return next((extension for extension, part in OFFICE_PARTS.items() if part in names), None)


def _open_image(name: str, upload: IO[bytes]) -> None:
    try:
        with Image.open(upload, formats=OPENED_FORMATS) as image:
            if image.width * image.height > PIXELS_AT_MOST:
                raise _too_many_pixels(name)
            image.load()
    except UNREADABLE_IMAGE:
        raise _torn(name) from None


def _open_pdf(name: str, upload: IO[bytes]) -> None:
    upload.seek(0)
    try:
        document = pypdfium2.PdfDocument(upload.read())
        pages, has_program = len(document), runs_by_itself(document)
        document.close()
    except pypdfium2.PdfiumError:
        raise BadFile(
            _("“%(name)s” cannot be opened: it may be damaged or locked with a password.") % {"name": name}
        ) from None
    if pages == 0:
        raise _torn(name)
    if has_program:
        raise BadFile(
            _("“%(name)s” holds a program that runs when it is opened. Print it to a new PDF and attach that one.")
            % {"name": name}
        )


def _open_office(name: str, upload: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(upload) as archive:
            is_whole = archive.testzip() is None
    except UNREADABLE_ZIP:
        is_whole = False
    if not is_whole:
        raise _torn(name)


OPENERS: dict[str, Callable[[str, IO[bytes]], None]] = {
    "pdf": _open_pdf,
    "jpg": _open_image,
    "png": _open_image,
    "xlsx": _open_office,
    "docx": _open_office,
}


def _too_many_pixels(name: str) -> BadFile:
    return BadFile(_("“%(name)s” has too many pixels. Save it in a smaller size.") % {"name": name})


def _torn(name: str) -> BadFile:
    return BadFile(_("“%(name)s” did not arrive completely or is damaged. Choose it again.") % {"name": name})


def _thumbnail(name: str, upload: IO[bytes]) -> bytes:
    upload.seek(0)
    try:
        with Image.open(upload, formats=OPENED_FORMATS) as image:
            return _jpeg(image, THUMBNAIL)
    except UNREADABLE_IMAGE:
        raise _torn(name) from None


def _as_jpeg(name: str, upload: IO[bytes]) -> Accepted:
    _open_image(name, upload)
    upload.seek(0)
    with Image.open(upload, formats=OPENED_FORMATS) as image:
        content, thumbnail = _jpeg(image, None), _jpeg(image, THUMBNAIL)
    stem = name.rsplit(".", 1)[0]
    digest = hashlib.sha256(content).hexdigest()
    return Accepted(f"{stem}.jpg", "jpg", "image/jpeg", ContentFile(content), len(content), digest, thumbnail)


def _jpeg(image: Image.Image, largest: tuple[int, int] | None) -> bytes:
    """Made small before it is turned and converted, each of which is a copy: 60 million pixels are 240 MB."""
    if largest:
        image.thumbnail(largest)
    ImageOps.exif_transpose(image, in_place=True)
    buffer = io.BytesIO()
    (image if image.mode == "RGB" else image.convert("RGB")).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
