import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.embedded import clear_after_a_crash, embedded_url


@pytest.fixture
def dead() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_clear_after_a_crash_drops_a_lock_whose_number_another_program_has(tmp_path: Path) -> None:
    lock, users = tmp_path / "postmaster.pid", tmp_path / ".handle_pids.json"
    lock.write_text(f"{os.getpid()}\n{tmp_path}\n")
    users.write_text(json.dumps([os.getpid()]))
    clear_after_a_crash(tmp_path)
    assert (lock.exists(), users.exists()) == (False, False)


def test_clear_after_a_crash_keeps_the_living_users_of_a_running_server(
    tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psutil.Process.name", lambda process: "postgres")
    lock, users = tmp_path / "postmaster.pid", tmp_path / ".handle_pids.json"
    lock.write_text(f"{os.getpid()}\n")
    users.write_text(json.dumps([dead, os.getpid()]))
    clear_after_a_crash(tmp_path)
    assert (lock.exists(), json.loads(users.read_text())) == (True, [os.getpid()])


def test_embedded_server_refuses_a_folder_with_a_blank_in_its_name(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="Set VAR_DIR to another folder, or DATABASE_URL"):
        embedded_url(tmp_path / "my files")
