"""Parts and tables of a file into the library: new ones are added, others stay unless they are to be renewed."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import LookupTable, QuestionSet
from .context import Reading, Writing
from .library import read_part, read_table, write_part, write_table

Row = QuestionSet | LookupTable
IN_FILE = {"grid": "rows"}
"""Fields that a file calls otherwise."""


def take_parts(entries: Any, reading: Reading, *, user: Any, update: bool) -> list[str]:
    """What happened, for those where it is not plain."""
    rows = _rows(entries, "library", read_part, reading)
    return [note for place, row in rows for note in _take(row, place, reading, user=user, update=update)]


def take_tables(entries: Any, reading: Reading, *, user: Any, update: bool) -> list[str]:
    rows = _rows(entries, "tables", read_table, reading)
    return [note for place, row in rows for note in _take(row, place, reading, user=user, update=update)]


def _rows(
    entries: Any, name: str, read: Callable[[Any, str, Reading], Row | None], reading: Reading
) -> Iterator[tuple[str, Row]]:
    if not isinstance(entries, list | None):
        reading.faults.add(name, _("Write a list here."))
        return
    for number, entry in enumerate(entries or ()):
        place = f"{name}[{number}]"
        before = len(reading.faults)
        row = read(entry, place, reading)
        if row is not None and len(reading.faults) == before:
            yield place, row


def _take(row: Row, place: str, reading: Reading, *, user: Any, update: bool) -> Iterator[str]:
    there = type(row).objects.filter(name=row.name).first()
    if there is not None and _content(there) == _content(row):
        return
    if there is not None and not update:
        yield _("“%(name)s” is in the library already, with other content. That one is used.") % {"name": row.name}
        return
    action = "add" if there is None else "change"
    if not _may(user, action, row):
        reading.faults.add(place, _("You may not change the library. Ask somebody who may to add “%s”.") % row.name)
        return
    if there is not None:
        row.pk, row._state.adding = there.pk, False
        _carry_over(there, row)
    try:
        row.full_clean()
    except ValidationError as error:
        for name, errors in error.error_dict.items():
            for one in errors:
                reading.faults.add_error(f"{place}.{IN_FILE.get(name, name)}", one)
        return
    yield from _save(row, user=user)


def _save(row: Row, *, user: Any) -> Iterator[str]:
    """Published if `user` may; else somebody else does that."""
    is_new = row.pk is None
    publishes = isinstance(row, QuestionSet) and _may(user, "publish", row)
    if isinstance(row, QuestionSet) and is_new:
        row.live = False
    if isinstance(row, LookupTable) or is_new:
        row.save()
    revision = row.save_revision(user=user, log_action=True)
    if publishes:
        revision.publish(user=user)
    elif isinstance(row, QuestionSet):
        yield _("“%(name)s” was added to the library as a draft. It must be published first.") % {"name": row.name}


def _carry_over(there: Row, row: Row) -> None:
    """The state of the row that is renewed."""
    for field in type(row)._meta.concrete_fields:
        if field.name not in ("id", "name", "description", "questions", "grid"):
            setattr(row, field.attname, getattr(there, field.attname))


def _content(row: Row) -> Any:
    if isinstance(row, LookupTable):
        return write_table(row)
    return write_part(row, Writing(with_files=False))


def _may(user: Any, action: str, row: Row) -> bool:
    return user is None or user.has_perm(f"{row._meta.app_label}.{action}_{row._meta.model_name}")
