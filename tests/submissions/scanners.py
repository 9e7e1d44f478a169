"""A scanner in memory, and a real clamd with one signature of our own."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from submissions.files.scanning import Scanner, ScannerError, Verdict

CLAMD = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
WHY_SKIPPED = "No clamd on this machine: install the package 'clamav-daemon' to test against a real scanner."
HARMFUL = b"MADOGUCHI-HARMLESS-TEST-SIGNATURE"


class ScannerInMemory(Scanner):
    """Finds `HARMFUL`, and remembers how many files it saw."""

    def __init__(self, *, is_down: bool = False) -> None:
        self.is_down, self.seen = is_down, 0

    def scan(self, content: IO[bytes]) -> Verdict:
        if self.is_down:
            raise ScannerError("The scanner is down.")
        self.seen += 1
        return Verdict("Test.Signature" if HARMFUL in content.read() else "")


@contextmanager
def running_clamd(folder: Path) -> Iterator[str]:
    """Starts a clamd that knows `HARMFUL` and nothing else; its address."""
    (folder / "db").mkdir()
    (folder / "db" / "test.ndb").write_text(f"Madoguchi.Test:0:*:{HARMFUL.hex()}\n")
    socket, settings = folder / "clamd.sock", folder / "clamd.conf"
    settings.write_text(
        f"DatabaseDirectory {folder / 'db'}\nLocalSocket {socket}\nTemporaryDirectory {folder}\n"
        "Foreground yes\nStreamMaxLength 2M\n"
    )
    with open(folder / "clamd.log", "wb") as log:
        process = subprocess.Popen([str(CLAMD), "-c", str(settings)], stdout=log, stderr=log)
    try:
        end = time.monotonic() + 20
        while not socket.exists():
            assert process.poll() is None and time.monotonic() < end, (folder / "clamd.log").read_text()
            time.sleep(0.02)
        yield f"unix:{socket}"
    finally:
        process.terminate()
        process.wait(timeout=20)
