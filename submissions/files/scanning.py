"""Asks a virus scanner about a file: clamd, over its socket. Without an address nothing is scanned."""

import socket
import struct
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from django.conf import settings

from ..enums import ScanState

CHUNK = 64 * 1024
ANSWER_AT_MOST = 4096


class ScannerError(Exception):
    """The scanner gave no verdict: it is down, too slow, or will not take the file."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`threat` is the scanner's name for what it found; empty for a clean file."""

    threat: str = ""


class Scanner(ABC):
    @abstractmethod
    def scan(self, content: IO[bytes]) -> Verdict:
        """Read `content` to its end and judge it. ScannerError if there is no verdict."""


class Clamd(Scanner):
    """clamd's INSTREAM command, at ``unix:/path`` or ``tcp://host:port``; `patience` in seconds for each exchange."""

    def __init__(self, address: str, *, patience: float) -> None:
        self.address, self.patience = address, patience

    def scan(self, content: IO[bytes]) -> Verdict:
        try:
            with self._connect() as line:
                line.sendall(b"zINSTREAM\0")
                while chunk := content.read(CHUNK):
                    line.sendall(struct.pack(">I", len(chunk)) + chunk)
                line.sendall(struct.pack(">I", 0))
                return _verdict(_answer(line))
        except OSError as error:
            raise ScannerError(f"clamd at {self.address} does not answer: {error}") from error

    def _connect(self) -> socket.socket:
        if self.address.startswith("unix:"):
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(self.patience)
            line.connect(self.address.removeprefix("unix:"))
            return line
        parts = urlsplit(self.address)
        return socket.create_connection((parts.hostname or "", parts.port or 3310), timeout=self.patience)


def _answer(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < ANSWER_AT_MOST:
        part = line.recv(ANSWER_AT_MOST)
        if not part:
            break
        said += part
    return said.rstrip(b"\0").decode(errors="replace")


def _verdict(answer: str) -> Verdict:
    """``stream: OK``, ``stream: NAME FOUND``; anything else, such as a size limit, is no verdict."""
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return Verdict()
    if said.endswith(" FOUND"):
        return Verdict(threat=said.removesuffix(" FOUND"))
    raise ScannerError(f"clamd gave no verdict: {answer or 'it hung up'}")


def own_scanner() -> Scanner:
    """The one that the settings name."""
    return Clamd(settings.CLAMD_ADDRESS, patience=settings.CLAMD_TIMEOUT)


def first_state() -> ScanState:
    """Of a file that has just come in."""
    return ScanState.UPLOADED if settings.CLAMD_ADDRESS else ScanState.UNSCANNED
