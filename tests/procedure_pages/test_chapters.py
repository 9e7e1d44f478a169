from typing import Any

import pytest

from procedure_pages.chapters import chapters
from procedure_pages.models import InformationPage

HEADING = ("heading", "よくある質問")
TEXT = ("text", "<p>説明</p>")
STAGES = ("stages", [{"title": "請求", "text": ""}])
DOCUMENTS = ("documents", [{"name": "地図", "detail": ""}])
ANSWERS = ("questions", [{"question": "Q", "answer": "<p>A</p>"}])


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        ([TEXT, DOCUMENTS, STAGES, ANSWERS], {"first": ["text"], "needs": ["documents"], "ways": ["stages"]}),
        ([HEADING, ANSWERS, DOCUMENTS], {"answers": ["よくある質問/questions"], "needs": ["documents"]}),
        ([HEADING, TEXT, STAGES, TEXT], {"about": ["よくある質問/text", "text"], "ways": ["stages"]}),
        ([TEXT, HEADING], {"first": ["text"], "about": ["よくある質問/"]}),
        ([HEADING, HEADING, TEXT], {"about": ["よくある質問/", "よくある質問/text"]}),
    ],
)
def test_blocks_go_where_readers_look_for_them(blocks: list[Any], places: dict[str, list[str]]) -> None:
    found = chapters(InformationPage(body=blocks).body)
    named = {
        place: [f"{heading}/{block.block_type if block else ''}".lstrip("/") for heading, block in passages]
        for place, passages in found.items()
    }
    assert {place: names for place, names in named.items() if place in places} == places
    assert sum(map(len, named.values())) == len([kind for kind, _value in blocks if kind != "heading"]) + sum(
        name.endswith("/") for names in named.values() for name in names
    )
