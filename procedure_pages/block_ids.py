"""Ids of blocks that nobody has saved in the editor yet: derived from their place, never random.

Built twice, a form written as data is the same form, and answers find their questions. A place is a path of types and
names: ``slug/step:申請者/text:applicant_name``.
"""

import uuid
from collections import Counter
from typing import Any

IDS = uuid.UUID("6d61646f-6775-6368-6920-64656d6f2e2e")

Block = dict[str, Any]
"""`type`, `name` and `value` of a block, and its `id` if it must be a certain one."""


def stream_data(blocks: list[Block], path: str) -> list[Block]:
    """`blocks` as a StreamField stores them. Siblings of one name are told apart by their number."""
    seen: Counter[str] = Counter()
    return [_with_id(block, place_below(path, block["type"], block["name"], seen)) for block in blocks]


def derived_id(place: str) -> str:
    return str(uuid.uuid5(IDS, place))


def place_below(path: str, kind: str, name: str, seen: Counter[str]) -> str:
    """The place of the next sibling; `seen` counts those before it."""
    place = f"{path}/{kind}:{name}"
    seen[place] += 1
    return place if seen[place] == 1 else f"{place}#{seen[place]}"


def _with_id(block: Block, place: str) -> Block:
    return {
        "type": block["type"],
        "id": block.get("id") or derived_id(place),
        "value": _nested(block["value"], place),
    }


def _nested(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        return {name: _nested(part, path) for name, part in value.items()}
    if isinstance(value, list) and value and _is_block(value[0]):
        return stream_data(value, path)
    return value


def _is_block(value: Any) -> bool:
    return isinstance(value, dict) and {"type", "name", "value"} <= value.keys()
