"""Against a real clamd; each test is skipped, and says why, where there is none."""

import io
import socket
from collections.abc import Iterator

import pytest

from submissions.files.scanning import Clamd, ScannerError
from tests.submissions.files.samples import pdf
from tests.submissions.scanners import CLAMD, HARMFUL, WHY_SKIPPED, running_clamd


@pytest.fixture(scope="module")
def scanner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clamd]:
    if CLAMD is None:
        pytest.skip(WHY_SKIPPED)
    with running_clamd(tmp_path_factory.mktemp("clamd")) as address:
        yield Clamd(address, patience=10)


def test_clamd_lets_a_harmless_file_pass(scanner: Clamd) -> None:
    assert scanner.scan(io.BytesIO(pdf())).threat == ""


def test_clamd_names_what_it_finds_also_behind_the_first_piece(scanner: Clamd) -> None:
    content = io.BytesIO(b"." * 200_000 + HARMFUL)
    assert scanner.scan(content).threat == "Madoguchi.Test.UNOFFICIAL"


def test_a_file_that_clamd_will_not_take_is_not_called_clean(scanner: Clamd) -> None:
    with pytest.raises(ScannerError, match="clamd"):
        scanner.scan(io.BytesIO(b"." * 5_000_000))


def test_a_clamd_that_is_down_is_not_called_clean() -> None:
    with pytest.raises(ScannerError, match="does not answer"):
        Clamd("unix:/nowhere/clamd.sock", patience=1).scan(io.BytesIO(b"x"))


def test_a_clamd_that_hangs_up_or_says_nothing_is_not_called_clean() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(ScannerError, match="does not answer"):
            Clamd(address, patience=0.2).scan(io.BytesIO(b"x"))
