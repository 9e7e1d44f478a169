"""What a block is called in the path from which its id is derived (`procedure_pages.block_ids`)."""

from typing import Any

from wagtail.blocks import Block, StructBlock

OF_A_QUESTION = ("alias", "label")
OF_OTHERS = ("title", "name", "question", "help_text", "label")


def name_of(block: Block, value: Any) -> str:
    """`value` as the block is stored. A list or the like has no name of its own: it is told by its number."""
    if isinstance(block, StructBlock) and isinstance(value, dict):
        candidates = OF_A_QUESTION if "alias" in block.child_blocks else OF_OTHERS
        return next((text for name in candidates if isinstance(text := value.get(name), str) and text), "")
    return value if isinstance(value, str) else ""


def main_setting(block: StructBlock) -> str:
    """The first one that must be there: a single text stands for it."""
    names = list(block.child_blocks)
    return next((name for name in names if getattr(block.child_blocks[name], "required", False)), names[0])
