from datetime import UTC, datetime
from typing import Any

import pytest

from submissions.notices.typesetting import typeset

from .pdf import fonts_of, metadata_of, pages_of, words_of

MOMENT = datetime(2026, 11, 23, 7, 5, 9, tzinfo=UTC)
MARKUP = [
    '#import "x": *',
    "$x^2$",
    "*bold* _it_",
    '"quoted"',
    "<label> @ref",
    "// note",
    "\\ #panic()",
    "= a",
    "---",
    "]",
]


def notice(**changes: Any) -> dict[str, Any]:
    content = {
        "document_number": "商工第12号",
        "date": "令和8年11月23日",
        "title": "不支給決定通知書",
        "addressee": {"lines": ["〒540-8570"], "company": "", "name": "髙﨑　\U00020bb7彅", "honorific": "様"},
        "issuer": {"name": "マドグチ県知事", "department": ""},
        "body": ["下記のとおり決定しました。"],
        "marker": "記",
        "facts": [{"label": "手続名", "value": "協力金"}],
        "sections": [{"heading": "理由", "paragraphs": ["要件を満たしません。"]}],
        "contact": {"heading": "お問い合わせ先", "lines": ["商工課"]},
        "demo": "",
    }
    return {**content, **changes}


def test_the_notice_carries_its_fonts_and_prints_rare_names() -> None:
    content = typeset("notice", notice(), moment=MOMENT)
    assert "髙﨑\U00020bb7彅様" in words_of(content)
    assert fonts_of(content) == {
        "BIZUDMincho-Regular": True,
        "BIZUDGothic-Regular": True,
        "BIZUDGothic-Bold": True,
        "NotoSerifCJKjp-Regular": True,
    }


def test_the_notice_is_a_tagged_pdf_for_keeping() -> None:
    content = typeset("notice", notice(), moment=MOMENT)
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert (metadata_of(content)["Title"], metadata_of(content)["Author"]) == ("不支給決定通知書", "マドグチ県知事")
    assert b"/Lang(ja-JP)" in content.replace(b" ", b"")


def test_the_same_notice_is_the_same_file() -> None:
    assert typeset("notice", notice(), moment=MOMENT) == typeset("notice", notice(), moment=MOMENT)


@pytest.mark.parametrize("text", MARKUP)
def test_what_looks_like_markup_is_printed_as_it_is(text: str) -> None:
    sections = [{"heading": text, "paragraphs": [f"前{text}後"]}]
    words = words_of(typeset("notice", notice(title=text, sections=sections, document_number=text), moment=MOMENT))
    assert (f"前{text}後".replace(" ", "") in words, words.count(text.replace(" ", ""))) == (True, 5)


def test_a_character_without_a_glyph_is_named_in_the_document() -> None:
    words = words_of(typeset("notice", notice(body=["絵文字😀です。"]), moment=MOMENT))
    assert ("絵文字〓です。" in words, "U+1F600" in words) == (True, True)


def test_a_long_notice_goes_on_to_the_next_page_with_its_number() -> None:
    sections = [{"heading": "理由", "paragraphs": ["長い理由です。" * 60] * 12}]
    pages = pages_of(typeset("notice", notice(sections=sections), moment=MOMENT))
    assert len(pages) > 1
    assert all("商工第12号" in page and f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_the_demonstration_is_marked_on_every_page() -> None:
    sections = [{"heading": "理由", "paragraphs": ["長い理由です。" * 60] * 12}]
    pages = pages_of(typeset("notice", notice(demo="デモ用", sections=sections), moment=MOMENT))
    assert ["デモ用" in page for page in pages] == [True] * len(pages)
