"""Reads PDFs back, with the library that Chromium shows them with."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium


def pages_of(content: bytes) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def words_of(content: bytes) -> str:
    """The text of all pages without the spaces and line ends that the layout put in."""
    return "".join("".join(pages_of(content)).split())


def fonts_of(content: bytes) -> dict[str, bool]:
    """Font name -> whether the file carries it."""
    found = {}
    for page in pypdfium2.PdfDocument(content):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            name = ctypes.create_string_buffer(100)
            pdfium.FPDFFont_GetBaseFontName(font, name, 100)
            found[name.value.decode().split("+")[-1]] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    return found


def metadata_of(content: bytes) -> dict[str, str]:
    return pypdfium2.PdfDocument(content).get_metadata_dict()
