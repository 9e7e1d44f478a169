"""Real files, made on the spot."""

import io
import zipfile
import zlib

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


PARTS_OF_A_PDF = {
    1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
}


def pdf_that_does(action: bytes) -> bytes:
    """A PDF with one page whose opening starts `action`."""
    content, places = b"%PDF-1.7\n", []
    for number, body in {**PARTS_OF_A_PDF, 4: action}.items():
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 5\n0000000000 65535 f \n"
    return content + head + table + b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(content)


def packed_pdf_that_does(action: bytes) -> bytes:
    """The same with all its objects packed into a compressed stream, where nobody reads the action."""
    index, bodies = b"", b""
    for number, body in {**PARTS_OF_A_PDF, 4: action}.items():
        index += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    packed = zlib.compress(index + bodies)
    head = b"%PDF-1.7\n"
    stream = b"5 0 obj\n<</Type/ObjStm/N 4/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n"
    content = head + stream % (len(index), len(packed), packed)
    rows = [b"\0\0\0\0\xff", *(b"\2\0\0\5" + bytes([place]) for place in range(4))]
    rows += [b"\1" + place.to_bytes(3, "big") + b"\0" for place in (len(head), len(content))]
    table = b"".join(rows)
    last = b"6 0 obj\n<</Type/XRef/Size 7/W[1 3 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream\nendobj\n"
    return content + last % (len(table), table) + b"startxref\n%d\n%%%%EOF\n" % len(content)
