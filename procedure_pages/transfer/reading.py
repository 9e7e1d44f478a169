"""Blocks as a file writes them, turned into blocks as a StreamField stores them. Knows no block by name."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from .context import Reading
from .leaves import read_leaf
from .names import main_setting, name_of

UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


def read(block: blocks.Block, given: Any, place: str, reading: Reading) -> Any:
    """`given` as stored, still without ids (`procedure_pages.block_ids`).

    A block is checked as a whole once all inside it is fine, so each fault is named once, as deep as it lies.
    """
    before = len(reading.faults)
    if isinstance(block, blocks.StructBlock):
        stored: Any = _struct(block, given, place, reading)
    elif isinstance(block, blocks.StreamBlock):
        stored = _stream(block, given, place, reading)
    elif isinstance(block, blocks.ListBlock):
        stored = _list(block, given, place, reading)
    else:
        return read_leaf(block, given, place, reading)
    if len(reading.faults) == before:
        _check(block, stored, place, reading)
    return stored


def _check(block: blocks.Block, stored: Any, place: str, reading: Reading) -> None:
    try:
        block.clean(block.to_python(stored))
    except ValidationError as error:
        reading.faults.add_error(place, error)
    except UNREADABLE:
        reading.faults.add(place, _("This cannot be read."))


def _struct(block: blocks.StructBlock, given: Any, place: str, reading: Reading) -> dict[str, Any]:
    """A single text stands for the first setting that must be there."""
    if isinstance(given, str | int):
        given = {main_setting(block): given}
    if not isinstance(given, dict):
        reading.faults.add(place, _("Write settings with their values here: %(names)s") % _names(block))
        return {}
    for name in given:
        if name not in block.child_blocks:
            message = _("There is no setting “%(name)s”. There are: %(names)s")
            reading.faults.add(f"{place}.{name}", message % {"name": name, **_names(block)})
    return {
        name: read(child, given.get(name, _missing(child)), f"{place}.{name}", reading)
        for name, child in block.child_blocks.items()
    }


def _names(block: Any) -> dict[str, str]:
    return {"names": "、".join(block.child_blocks)}


def _missing(block: blocks.Block) -> Any:
    """What stands for a setting that is not written: its default, or an empty list."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return []
    if isinstance(block, blocks.StructBlock):
        return {}
    return block.get_prep_value(block.get_default())


def _stream(block: blocks.StreamBlock, given: Any, place: str, reading: Reading) -> list[dict[str, Any]]:
    if not isinstance(given, list):
        reading.faults.add(place, _("Write a list here."))
        return []
    found = (_entry(block, entry, f"{place}[{number}]", reading) for number, entry in enumerate(given))
    return [child for child in found if child is not None]


def _entry(block: blocks.StreamBlock, entry: Any, place: str, reading: Reading) -> dict[str, Any] | None:
    identity, entry = _identity(entry, place, reading)
    kind, value = _kind_and_value(block, entry)
    if kind not in block.child_blocks:
        message = _("Write “kind” with one of: %(names)s")
        reading.faults.add(place, message % {"names": "、".join(block.child_blocks)})
        return None
    child = block.child_blocks[kind]
    stored = read(child, value, place, reading)
    return {"type": kind, "name": name_of(child, stored), "id": identity, "value": stored}


def _kind_and_value(block: blocks.StreamBlock, entry: Any) -> tuple[str, Any]:
    """Of ``{kind: text, label: …}``, of ``{text: {label: …}}``, or of the only kind there is; else an empty kind."""
    if isinstance(entry, dict) and isinstance(kind := entry.get("kind"), str):
        return kind, {name: value for name, value in entry.items() if name != "kind"}
    if isinstance(entry, dict) and len(entry) == 1 and next(iter(entry)) in block.child_blocks:
        return next(iter(entry.items()))
    return next(iter(block.child_blocks)) if len(block.child_blocks) == 1 else "", entry


def _list(block: blocks.ListBlock, given: Any, place: str, reading: Reading) -> list[dict[str, Any]]:
    child = block.child_block
    if isinstance(given, dict) and has_short_form(block):
        found = ((f"{place}.{alias}", _from_short(str(alias), words)) for alias, words in given.items())
    elif isinstance(given, list):
        found = ((f"{place}[{number}]", entry) for number, entry in enumerate(given))
    else:
        reading.faults.add(place, _("Write a list here."))
        return []
    return list(_items(child, found, reading))


def _items(child: blocks.Block, found: Iterator[tuple[str, Any]], reading: Reading) -> Iterator[dict[str, Any]]:
    for place, entry in found:
        identity, value = _identity(entry, place, reading)
        stored = read(child, value, place, reading)
        yield {"type": "item", "name": name_of(child, stored), "id": identity, "value": stored}


def has_short_form(block: blocks.ListBlock) -> bool:
    """Items with an alias may be written as ``{alias: label}``."""
    return {"alias", "label"} <= getattr(block.child_block, "child_blocks", {}).keys()


def _from_short(alias: str, words: Any) -> Any:
    return {"alias": alias, **(words if isinstance(words, dict) else {"label": words})}


def _identity(entry: Any, place: str, reading: Reading) -> tuple[str, Any]:
    """The id that `entry` brings along, if any, and the rest of it."""
    if not isinstance(entry, dict) or "id" not in entry:
        return "", entry
    identity = entry["id"]
    if not isinstance(identity, str) or not 0 < len(identity) <= 64:
        reading.faults.add(f"{place}.id", _("An id is a text of at most 64 characters."))
        identity = ""
    return identity, {name: value for name, value in entry.items() if name != "id"}
