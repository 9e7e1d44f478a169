"""Finds what a PDF would do by itself: scripts and the start of other programs. A document has no need of either."""

import re

import pypdfium2

ACTION = re.compile(rb"/S\s*/(?:JavaScript|Launch)\b")
LONGEST = 64


class _Finder:
    """A stream that looks for actions in what is written to it, and keeps nothing."""

    def __init__(self) -> None:
        self.has_found, self._end = False, b""

    def write(self, data: bytes) -> int:
        seen = self._end + bytes(data)
        self.has_found = self.has_found or ACTION.search(seen) is not None
        self._end = seen[-LONGEST:]
        return len(data)


def runs_by_itself(document: pypdfium2.PdfDocument) -> bool:
    """PDFium writes a copy with every object in the open and every name spelt out, however packed or disguised."""
    finder = _Finder()
    document.save(finder)
    return finder.has_found
