"""Checks as an author writes them."""

from typing import Any

from procedure_pages.block_ids import stream_data
from procedure_pages.demo.language import Block

NOT_HERE = {"leads_to": "may_not", "reason": "県内の店舗が対象です。", "advice": "https://example.jp/ をご覧ください。"}


def asks(words: str, *choices: dict[str, Any], **settings: Any) -> Block:
    items = [
        {"type": "item", "name": choice["label"], "value": {"leads_to": "go_on", **EMPTY, **choice}}
        for choice in choices
    ]
    return {
        "type": "question",
        "name": words,
        "value": {"question": words, "help_text": "", "choices": items, **settings},
    }


def stored(*questions: Block) -> list[Block]:
    return stream_data(list(questions), "check")


EMPTY = {"reason": "", "advice": "", "next_question": ""}
SHOP = asks("店舗は県内にありますか。", {"label": "はい"}, {"label": "いいえ", **NOT_HERE})
PERMIT = asks(
    "許可を受けていますか。",
    {"label": "はい"},
    {"label": "わからない", "leads_to": "ask", "reason": "許可の種類を確かめる必要があります。"},
)
CHECK = stored(SHOP, PERMIT)
