"""Writes a ZIP piece by piece: at no time is more of it in memory than one PDF or one piece of a file."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils import timezone

from .entries import Entry, entries_of

PACKED = (".jpg", ".jpeg", ".png", ".pdf", ".zip", ".docx", ".xlsx", ".heic")
"""Files that are compressed already."""


class Outgoing:
    """What the ZIP has written and nobody has taken yet."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is open."""

    def take(self) -> bytes:
        taken, self.parts = b"".join(self.parts), []
        return taken


def own_data_zip(user: Any) -> Iterator[bytes]:
    """The ZIP in pieces. A file that cannot be read is named in ``missing.txt`` at its end; the rest comes anyway."""
    outgoing, missing = Outgoing(), list[str]()
    moment = timezone.localtime()
    with ZipFile(outgoing, "w") as archive:
        for entry in entries_of(user, missing):
            yield from _written(archive, outgoing, entry, moment)
        if missing:
            yield from _written(archive, outgoing, Entry("missing.txt", [_lines(missing)]), moment)
    yield outgoing.take()


def _lines(names: list[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _written(archive: ZipFile, outgoing: Outgoing, entry: Entry, moment: datetime) -> Iterator[bytes]:
    info = ZipInfo(entry.name, date_time=moment.timetuple()[:6])
    info.compress_type = ZIP_STORED if entry.name.lower().endswith(PACKED) else ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    with archive.open(info, "w", force_zip64=True) as target:
        for piece in entry.pieces:
            target.write(piece)
            yield outgoing.take()
    yield outgoing.take()
