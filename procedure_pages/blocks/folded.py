"""Blocks that the editor shows as one line until somebody opens them.

A folded block posts its state as one JSON text under its own prefix, an opened one posts its inputs. The state is
turned into what the inputs would have posted, so both ways are judged by the same fields.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from wagtail import blocks

Data = Mapping[str, Any]


class FoldedBlock(blocks.StructBlock):
    child_blocks: dict[str, blocks.Block]

    def value_from_datadict(self, data: Data, files: Any, prefix: str) -> blocks.StructValue:
        if prefix in data and not self.is_opened(data, prefix):
            data = posted(self, state_of(data[prefix]), prefix)
        return super().value_from_datadict(data, files, prefix)

    def is_opened(self, data: Data, prefix: str) -> bool:
        """Whether the inputs came. A browser that failed to leave out the state sent both, and they are newer."""
        names = [f"{prefix}-{name}" for name in self.child_blocks]
        return any(name in data or f"{name}-count" in data for name in names)

    def value_omitted_from_data(self, data: Data, files: Any, prefix: str) -> bool:
        return prefix not in data and super().value_omitted_from_data(data, files, prefix)


class BuilderBlock(blocks.StreamBlock):
    """A sequence of folded blocks, into which copied ones can be pasted."""


def state_of(text: str) -> dict[str, Any]:
    """Empty if `text` is not what the editor writes; the fields then say what is missing."""
    try:
        state = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) else {}


def posted(block: blocks.Block, state: Any, prefix: str) -> "MultiValueDict[str, str]":
    """What the inputs of `block` would have sent."""
    return MultiValueDict(_inputs(block, state, prefix))


Inputs = Iterator[tuple[str, list[str]]]


def _inputs(block: blocks.Block, state: Any, prefix: str) -> Inputs:
    if isinstance(block, blocks.BaseStructBlock):
        yield from _inputs_of_struct(block, state, prefix)
    elif isinstance(block, blocks.BaseStreamBlock):
        known = [item for item in _items(state) if item.get("type") in block.child_blocks]
        children = [block.child_blocks[item["type"]] for item in known]
        yield from _inputs_of_sequence(children, known, prefix)
    elif isinstance(block, blocks.ListBlock):
        items = _items(state)
        yield from _inputs_of_sequence([block.child_block] * len(items), items, prefix)
    elif (values := _values(state)) is not None:
        yield prefix, values


def _inputs_of_struct(block: blocks.BaseStructBlock, state: Any, prefix: str) -> Inputs:
    """Names that the block does not know are dropped, those it misses have their default."""
    state = state if isinstance(state, dict) else {}
    for name, child in block.child_blocks.items():
        value = state[name] if name in state else child.get_form_state(child.get_default())
        yield from _inputs(child, value, f"{prefix}-{name}")


def _inputs_of_sequence(children: list[blocks.Block], items: list[dict[str, Any]], prefix: str) -> Inputs:
    yield f"{prefix}-count", [str(len(items))]
    for number, (child, item) in enumerate(zip(children, items, strict=True)):
        place = f"{prefix}-{number}"
        yield f"{place}-deleted", [""]
        yield f"{place}-order", [str(number)]
        yield f"{place}-type", [str(item.get("type") or "")]
        yield f"{place}-id", [item["id"] if isinstance(item.get("id"), str) else ""]
        yield from _inputs(child, item.get("value"), f"{place}-value")


def _items(state: Any) -> list[dict[str, Any]]:
    items = state if isinstance(state, list) else []
    return [item for item in items if isinstance(item, dict) and isinstance(item.get("type", ""), str)]


def _values(state: Any) -> list[str] | None:
    """None for a box without a tick, which a browser does not send. A chooser's state names the chosen record."""
    if isinstance(state, bool):
        return ["on"] if state else None
    if isinstance(state, list):
        return [str(value) for value in state if isinstance(value, str | int)]
    if isinstance(state, dict):
        return _values(state.get("id"))
    return [str(state)] if isinstance(state, str | int | float) else [""]
