"""Blocks as a StreamField stores them, written as a person would: without defaults, without ids that can be derived."""

from collections import Counter
from decimal import Decimal
from typing import Any

from wagtail import blocks

from ..block_ids import derived_id, place_below
from .context import LeftOut, Writing
from .names import main_setting, name_of
from .reading import has_short_form

RESERVED = {"kind", "id"}


def write(block: blocks.Block, stored: Any, path: str, writing: Writing) -> Any:
    """`path` is the place from which ids below are derived."""
    if isinstance(block, blocks.StreamBlock):
        return _stream(block, stored, path, writing)
    if isinstance(block, blocks.ListBlock):
        return _list(block, stored, path, writing)
    if isinstance(block, blocks.StructBlock):
        return _struct(block, stored, path, writing)
    if isinstance(block, blocks.ChooserBlock):
        return writing.reference(block.model_class, stored)
    if isinstance(block, blocks.RichTextBlock):
        return writing.rich_text(stored or "")
    return str(stored) if isinstance(stored, Decimal) else stored


def _struct(block: blocks.StructBlock, stored: Any, path: str, writing: Writing) -> dict[str, Any]:
    return {
        name: write(child, stored[name], path, writing)
        for name, child in block.child_blocks.items()
        if name in stored and not _is_default(child, stored[name])
    }


def _is_default(block: blocks.Block, stored: Any) -> bool:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock | blocks.StructBlock):
        return not stored
    default = block.get_prep_value(block.get_default())
    return bool(stored == default) or (_says_nothing(stored) and _says_nothing(default))


def _says_nothing(stored: Any) -> bool:
    return stored in ("", None, []) or stored is False


def _stream(block: blocks.StreamBlock, stored: Any, path: str, writing: Writing) -> list[Any]:
    """A block that needs what the file does not carry is left out as a whole."""
    seen: Counter[str] = Counter()
    entries = []
    for child in stored or ():
        definition = block.child_blocks.get(child["type"])
        if definition is None:
            continue
        place = place_below(path, child["type"], name_of(definition, child["value"]), seen)
        try:
            written = write(definition, child["value"], place, writing)
        except LeftOut:
            continue
        identity = {} if child.get("id") == derived_id(place) else {"id": child["id"]}
        entries.append(_entry(block, child["type"], definition, written, identity))
    return entries


def _entry(
    block: blocks.StreamBlock, kind: str, definition: blocks.Block, written: Any, identity: dict[str, str]
) -> dict[str, Any]:
    if not isinstance(definition, blocks.StructBlock) or RESERVED & definition.child_blocks.keys():
        return {kind: written, **identity}
    if set(written) == {main_setting(definition)} and len(block.child_blocks) > 1:
        return {kind: written[main_setting(definition)], **identity}
    shown = {} if len(block.child_blocks) == 1 else {"kind": kind}
    return {**shown, **identity, **written}


def _list(block: blocks.ListBlock, stored: Any, path: str, writing: Writing) -> Any:
    seen: Counter[str] = Counter()
    items = []
    for item in stored or ():
        value, identity = (item["value"], item.get("id")) if _is_item(item) else (item, None)
        place = place_below(path, "item", name_of(block.child_block, value), seen)
        written = write(block.child_block, value, place, writing)
        if identity not in (None, derived_id(place)) and isinstance(written, dict):
            written = {"id": identity, **written}
        items.append(_shortest(block.child_block, written))
    return _shortened(items) if has_short_form(block) else items


def _is_item(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


def _shortest(block: blocks.Block, written: Any) -> Any:
    """The text alone where it is all there is to say."""
    if isinstance(block, blocks.StructBlock) and set(written) == {name := main_setting(block)}:
        return written[name] if isinstance(written[name], str) else written
    return written


def _shortened(items: list[Any]) -> Any:
    """``{alias: label}`` where that says it all."""
    if not all(isinstance(item, dict) and set(item) == {"alias", "label"} for item in items):
        return items
    pairs = {item["alias"]: item["label"] for item in items}
    return pairs if len(pairs) == len(items) else items
