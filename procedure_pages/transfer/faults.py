"""What is wrong with a file: all of it, each with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` as ``steps[2].fields[3].choices[0].label``, counted from 0; empty for the file as a whole."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class InvalidFile(Exception):
    """Nothing was imported."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class Faults:
    """Collects."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def __len__(self) -> int:
        return len(self.found)

    def add(self, place: str, message: str | Promise) -> None:
        fault = Fault(place, str(message))
        if fault not in self.found:
            self.found.append(fault)

    def add_error(self, place: str, error: ValidationError) -> None:
        """Also what lies inside an error of a Wagtail block."""
        for where, message in _messages(place, error):
            self.add(where, message)

    def raise_if_any(self) -> None:
        if self.found:
            raise InvalidFile(self.found)


def _messages(place: str, error: ValidationError) -> Iterator[tuple[str, str]]:
    inner = getattr(error, "block_errors", None)
    if inner is None:
        yield from ((place, message) for message in error.messages)
        return
    for own in getattr(error, "non_block_errors", None) or ():
        yield place, str(own)
    for name, nested in inner.items():
        yield from _messages(f"{place}[{name}]" if isinstance(name, int) else f"{place}.{name}", nested)
