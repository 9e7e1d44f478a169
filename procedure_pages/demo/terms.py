"""利用規約 of the demo: 23 articles. Written for the demo; a prefecture brings its own."""

from ..models import TermsPage
from .language import Block, stream_data
from .terms_articles_1 import FIRST
from .terms_articles_2 import SECOND

INTRODUCTION = (
    "<p>この規約は、オンライン窓口を安心してお使いいただくための決まりです。申請の前にお読みください。"
    "このページの規約はデモ用に作ったもので、実在の自治体の規約ではありません。</p>"
)
SUPPLEMENT = "<p>この規約は、令和8年4月1日から施行します。</p>"


def terms_page() -> TermsPage:
    """The page of the terms, not saved."""
    return TermsPage(
        title="利用規約",
        slug="terms",
        introduction=INTRODUCTION,
        articles=stream_data([_article(heading, text) for heading, text in (*FIRST, *SECOND)], "terms"),
        supplement=SUPPLEMENT,
    )


def _article(heading: str, text: str) -> Block:
    return {"type": "article", "name": heading, "value": {"heading": heading, "text": _html(text)}}


def _html(text: str) -> str:
    """Each line a paragraph, numbered from the second on as laws are; lines that begin with ``-`` make a list."""
    parts: list[str] = []
    number = 0
    for line in (line.strip() for line in text.strip().splitlines()):
        if line.startswith("- "):
            parts.append(f"<li>{line[2:]}</li>")
        else:
            number += 1
            parts.append(f"<p>{number}　{line}</p>" if number > 1 else f"<p>{line}</p>")
    html = "".join(parts).replace("</p><li>", "</p><ol><li>").replace("</li><p>", "</li></ol><p>")
    return f"{html}</ol>" if html.endswith("</li>") else html
