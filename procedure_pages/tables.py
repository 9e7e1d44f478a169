"""Look-up tables as plain data, and what may be wrong with one.

`table_data` is what a form freezes: see `submissions.schema.expressions.tables` for how it is read.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.translation import gettext as _

from .ranges import as_number, as_range, overlaps

if TYPE_CHECKING:
    from .models import LookupTable

KEYS = ("text", "choice", "range")
Match = str | dict[str, str] | None


class Tables:
    """The look-up tables of the library by name, each read once. A faulty one counts as missing."""

    def __init__(self) -> None:
        self._read: dict[str, dict[str, Any] | None] = {}

    def __contains__(self, name: str) -> bool:
        if name not in self._read:
            found = apps.get_model("procedure_pages", "LookupTable").objects.filter(name=name).first()
            self._read[name] = _data_or_none(found) if found else None
        return self._read[name] is not None

    def __getitem__(self, name: str) -> dict[str, Any]:
        data = self._read[name] if name in self else None
        if data is None:
            raise KeyError(name)
        return data


def _data_or_none(table: "LookupTable") -> dict[str, Any] | None:
    try:
        return table_data(table)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Grid:
    """Headings with the type of their column; rows of cells as an editor typed them."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Any, ...], ...]

    def of_type(self, *types: str) -> list[int]:
        return [place for place, (_heading, kind) in enumerate(self.columns) if kind in types]


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    match: tuple[Match, ...]
    valid_from: str
    value: str


def table_data(table: "LookupTable") -> dict[str, Any]:
    """Names of the keys and the rows, numbers as exact decimal text. ValueError if the table is faulty."""
    grid = grid_of(table)
    if faults := faults_of(grid):
        raise ValueError(" ".join(faults))
    return {
        "keys": [grid.columns[place][0] for place in grid.of_type(*KEYS)],
        "rows": [
            {"match": list(row.match), "from": row.valid_from, "value": row.value} for row in _rows(grid, _ignored)
        ],
    }


def table_faults(table: "LookupTable") -> list[str]:
    """Sentences for the editor; none if calculations may use `table`."""
    return faults_of(grid_of(table))


def grid_of(table: "LookupTable") -> Grid:
    if not table.grid:
        return Grid((), ())
    value = table.grid[0].value
    return Grid(
        columns=tuple((column["heading"].strip(), column["block"].name) for column in value.columns),
        rows=tuple(tuple(row["values"]) for row in value.row_data),
    )


def faults_of(grid: Grid) -> list[str]:
    """Of the columns first: the rows of a table without its columns mean nothing."""
    if faults := list(_column_faults(grid)):
        return faults
    faults = []
    rows = list(_rows(grid, faults.append))
    if not grid.rows:
        faults.append(_("The table has no rows."))
    return faults or list(_conflicts(rows))


def _column_faults(grid: Grid) -> Iterator[str]:
    keys = [grid.columns[place][0] for place in grid.of_type(*KEYS)]
    if not keys:
        yield _("Add a column to look in.")
    if not all(keys):
        yield _("Give every column to look in a heading: it is the name of the key.")
    for name in sorted({name for name in keys if name and keys.count(name) > 1}):
        yield _("Two columns have the heading “%(name)s”.") % {"name": name}
    if len(grid.of_type("value")) != 1:
        yield _("The table needs exactly one column with the value.")
    if len(grid.of_type("valid_from")) > 1:
        yield _("Only one column may say from when a row holds.")


def _rows(grid: Grid, complain: Callable[[str], None]) -> Iterator[Row]:
    (value_place,) = grid.of_type("value")
    for number, cells in enumerate(grid.rows, 1):
        match = tuple(_match(grid, number, place, cells[place], complain) for place in grid.of_type(*KEYS))
        value = as_number(_text(cells[value_place]))
        if value is None:
            complain(_("Row %(row)d: write the value as a number, such as 16000 or 0.5.") % {"row": number})
        yield Row(number, match, _day(grid, cells), value or "")


def _match(grid: Grid, number: int, place: int, cell: Any, complain: Callable[[str], None]) -> Match:
    """An empty cell fits everything."""
    heading, kind = grid.columns[place]
    text = _text(cell)
    if not text or kind != "range":
        return text or None
    found = as_range(text)
    if found is None:
        complain(
            _("Row %(row)d, “%(column)s”: write a range as 10-20, which means from 10 to below 20; 10- or -20 is open.")
            % {"row": number, "column": heading}
        )
    return found


def _day(grid: Grid, cells: tuple[Any, ...]) -> str:
    days = [cells[place] for place in grid.of_type("valid_from")]
    return days[0].isoformat() if days and isinstance(days[0], date) else ""


def _text(cell: Any) -> str:
    return unicodedata.normalize("NFC", str(cell or "")).strip()


def _conflicts(rows: list[Row]) -> Iterator[str]:
    """Two rows of one day that fit the same keys: which value holds would be chance."""
    for one, other in combinations(rows, 2):
        if one.valid_from == other.valid_from and all(map(_meet, one.match, other.match)):
            numbers = {"one": one.number, "other": other.number}
            if one.match == other.match:
                yield _("Rows %(one)d and %(other)d have the same keys.") % numbers
            else:
                yield _("Rows %(one)d and %(other)d overlap: some answers would fit both.") % numbers


def _meet(one: Match, other: Match) -> bool:
    if one is None or other is None:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return overlaps(one, other)
    return one == other or _same_number(one, other)


def _same_number(one: Match, other: Match) -> bool:
    """A number answered fits “10” as it fits “10.0”."""
    numbers = [as_number(text) for text in (one, other) if isinstance(text, str)]
    return len(numbers) == 2 and None not in numbers and Decimal(numbers[0] or 0) == Decimal(numbers[1] or 0)


def _ignored(_fault: str) -> None:
    """Faults were asked for before."""
