"""Parts of the library and look-up tables, inside a file, by their content."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from ..block_ids import stream_data
from ..models import LookupTable, QuestionSet
from ..tables import grid_of
from .context import Reading, Writing
from .leaves import plain_text
from .reading import read
from .writing import write

OF_PART = ("name", "description", "questions")
OF_TABLE = ("name", "description", "columns", "rows")


def write_part(part: QuestionSet, writing: Writing) -> dict[str, Any]:
    block = part.questions.stream_block
    written = {
        "name": part.name,
        "description": part.description,
        "questions": write(block, block.get_prep_value(part.questions), f"library/{part.name}", writing),
    }
    return {name: value for name, value in written.items() if value}


def read_part(entry: Any, place: str, reading: Reading) -> QuestionSet | None:
    """Not saved. None, with faults, if it is in disorder."""
    if not _is_in_order(entry, OF_PART, place, reading):
        return None
    name, block = plain_text(entry["name"]), _block(QuestionSet, "questions")
    questions = read(block, entry.get("questions", []), f"{place}.questions", reading)
    return QuestionSet(
        name=name,
        description=plain_text(entry.get("description")),
        questions=stream_data(questions, f"library/{name}"),
    )


def write_table(table: LookupTable) -> dict[str, Any]:
    grid = grid_of(table)
    written = {
        "name": table.name,
        "description": table.description,
        "columns": dict(grid.columns),
        "rows": [[str(cell or "") for cell in row] for row in grid.rows],
    }
    return {name: value for name, value in written.items() if value}


def read_table(entry: Any, place: str, reading: Reading) -> LookupTable | None:
    """Not saved. None, with faults, if it is in disorder."""
    if not _is_in_order(entry, OF_TABLE, place, reading):
        return None
    block = _block(LookupTable, "grid")
    columns, rows = entry.get("columns"), entry.get("rows")
    if not isinstance(columns, dict) or not set(columns.values()) <= set(block.child_blocks["grid"].child_blocks):
        kinds = "、".join(block.child_blocks["grid"].child_blocks)
        reading.faults.add(
            f"{place}.columns", _("Write the heading of each column with its kind: %(kinds)s") % {"kinds": kinds}
        )
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == len(columns) for row in rows):
        reading.faults.add(
            f"{place}.rows", _("Write each row as a list of %(count)d values.") % {"count": len(columns)}
        )
        return None
    value = {
        "caption": "",
        "columns": [{"heading": str(heading), "type": kind} for heading, kind in columns.items()],
        "rows": [{"values": [None if cell in ("", None) else str(cell) for cell in row]} for row in rows],
    }
    blocks = [{"type": "grid", "name": "", "value": value}]
    return LookupTable(
        name=plain_text(entry["name"]),
        description=plain_text(entry.get("description")),
        grid=stream_data(blocks, f"tables/{entry['name']}"),
    )


def _block(model: type[QuestionSet | LookupTable], name: str) -> StreamBlock:
    field = model._meta.get_field(name)
    assert isinstance(field, StreamField)
    return field.stream_block


def _is_in_order(entry: Any, names: tuple[str, ...], place: str, reading: Reading) -> bool:
    if not isinstance(entry, dict) or not entry.get("name") or not isinstance(entry["name"], str):
        reading.faults.add(place, _("Write settings with their values here: %(names)s") % {"names": "、".join(names)})
        return False
    unknown = [name for name in entry if name not in names]
    for name in unknown:
        message = _("There is no setting “%(name)s”. There are: %(names)s")
        reading.faults.add(f"{place}.{name}", message % {"name": name, "names": "、".join(names)})
    return not unknown
