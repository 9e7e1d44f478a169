"""Real files, made on the spot."""

import io
import zipfile

import pillow_heif
import pypdfium2
from PIL import ExifTags, Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "navy").save(buffer, kind)
    return buffer.getvalue()


def photo_with_place() -> bytes:
    """As a phone takes it: with the position in its metadata."""
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({ExifTags.GPS.GPSLatitude: (34.0, 41.0, 10.0)})
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def heic() -> bytes:
    pillow_heif.register_heif_opener()
    return picture("HEIF")


def pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def office(part: str, *others: str, filler: int = 10) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (part, *others):
            archive.writestr(name, "0" * filler)
    return buffer.getvalue()
