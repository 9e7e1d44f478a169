"""A table copied from a spreadsheet, or a CSV file, as the grid of a look-up table."""

import csv
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .ranges import as_number, as_range

DAY = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?")
MOST_ROWS = 2000


def pasted_grid(text: str, known: Mapping[str, str]) -> dict[str, Any]:
    """What the block of the grid stores. The first line names the columns.

    A column keeps the type that it has in `known`; otherwise its cells say what it is, and the last column of numbers
    is the value. ValidationError if the lines do not fit together.
    """
    lines = _lines(text)
    headings, rows = [cell.strip() for cell in lines[0]], lines[1:]
    for number, row in enumerate(rows, 2):
        if len(row) != len(headings):
            message = _("Line %(line)d has %(count)d cells, the first line %(expected)d.")
            raise ValidationError(message % {"line": number, "count": len(row), "expected": len(headings)})
    types = _types(headings, rows, known)
    return {
        "caption": "",
        "columns": [{"type": kind, "heading": heading} for heading, kind in zip(headings, types, strict=True)],
        "rows": [{"values": [_cell(cell, kind) for cell, kind in zip(row, types, strict=True)]} for row in rows],
    }


def _lines(text: str) -> list[list[str]]:
    separator = "\t" if "\t" in text.splitlines()[0] else ","
    lines = [line for line in csv.reader(text.splitlines(), delimiter=separator) if any(cell.strip() for cell in line)]
    if not 2 <= len(lines) <= MOST_ROWS:
        raise ValidationError(_("Paste a line with the headings and 1 to %(most)d rows.") % {"most": MOST_ROWS})
    return lines


def _types(headings: list[str], rows: list[list[str]], known: Mapping[str, str]) -> list[str]:
    columns = [[row[place].strip() for row in rows if row[place].strip()] for place in range(len(headings))]
    types = [known.get(heading) or _type(cells) for heading, cells in zip(headings, columns, strict=True)]
    if "value" not in types and (numbers := [place for place, kind in enumerate(types) if kind == "number"]):
        types[numbers[-1]] = "value"
    return ["text" if kind == "number" else kind for kind in types]


def _type(cells: list[str]) -> str:
    """Of a column that nobody has given a type."""
    if not cells:
        return "text"
    if all(DAY.fullmatch(cell) for cell in cells):
        return "valid_from"
    if all(as_number(cell) for cell in cells):
        return "number"
    return "range" if all(as_range(cell) for cell in cells) else "text"


def _cell(cell: str, kind: str) -> str | None:
    found = DAY.fullmatch(cell.strip()) if kind == "valid_from" else None
    if found:
        year, month, day = map(int, found.groups())
        return f"{year:04}-{month:02}-{day:02}"
    return cell.strip() or None
