"""A paper form of the demo: 請求書 to print and fill in, as PDF."""

import typst
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from submissions.notices.glyphs import FONT_DIR

TITLE = "行政文書公開請求書（書面用）"
LINES = (
    "請求する方の氏名（法人は名称と代表者名）",
    "住所または所在地",
    "電話番号",
    "公開を請求する行政文書の内容",
    "希望する公開の方法（閲覧・写しの交付・電子データ）",
    "受け取り方法（窓口・郵送）",
)
SOURCE = """
#set document(title: "%(title)s")
#set page(paper: "a4", margin: 22mm)
#set text(lang: "ja", size: 11pt, font: "BIZ UDGothic")
#align(center, text(size: 17pt)[= %(title)s])
#align(right)[令和　　　年　　　月　　　日]
マドグチ県知事　様
#v(6mm)
#table(columns: (60mm, 1fr), inset: 4mm, rows: %(rows)s, %(cells)s)
#v(6mm)
この様式は説明のために作ったもので、実在の制度とは異なります。
"""


def paper_form() -> Document:
    """In Wagtail's library, made once."""
    existing = Document.objects.filter(title=TITLE).first()
    if existing is not None:
        return existing
    cells = ", ".join(f"[{line}], []" for line in LINES)
    rows = f"({', '.join('50mm' if '内容' in line else '18mm' for line in LINES)})"
    source = SOURCE % {"title": TITLE, "rows": rows, "cells": cells}
    pdf = typst.compile(
        source.encode(), font_paths=typst.Fonts(include_system_fonts=False, font_paths=[FONT_DIR]), format="pdf"
    )
    return Document.objects.create(title=TITLE, file=ContentFile(pdf, name="disclosure-request-form.pdf"))
