import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest
from django.core.management import CommandError

from config.management.commands.run import port_of_environment, refuse_busy_port
from config.processes import start, stop
from tests.config.settings import ROOT
from tests.fresh_database import fresh_database


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def running(port: int, tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    """``manage.py run`` on an empty database."""
    environment = {
        **os.environ,
        "DATABASE_URL": fresh_database("madoguchi_run"),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "VAR_DIR": str(tmp_path),
        "PORT": str(port),
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.wait()


@pytest.mark.django_db
def test_run_serves_a_filled_site_and_leaves_no_process_behind(running: "subprocess.Popen[str]", port: int) -> None:
    assert running.stdout is not None
    lines = []
    for line in running.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            break
    page = urlopen(f"http://127.0.0.1:{port}/procedures/").read().decode()
    time.sleep(1)
    children = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == 0
    assert "Reminders queued: 0" in running.stdout.read()
    assert "行政文書の公開請求" in page
    assert [line.split()[0] for line in lines if line.startswith("    ")] == LOGINS
    assert len(children) >= 4, "gunicorn, its two workers, the background worker"
    assert [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE] == []


LOGINS = ["taro", "shokudo", "author", "publisher", "reviewer", "approver", "admin"]


def test_run_says_which_port_is_busy() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refused:
            refuse_busy_port(port)
    sentence = f"Port {port} cannot be used (Address already in use). Choose another one: PORT={port + 1} make run"
    assert str(refused.value) == sentence


def test_run_names_a_wrong_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "http")
    with pytest.raises(CommandError, match="PORT must be a whole number from 0 to 65535, not 'http'"):
        port_of_environment()


def test_output_of_a_child_bears_its_name(capfd: pytest.CaptureFixture[str]) -> None:
    child = start("web", ["-c", "print('窓口')"], {})
    child.process.wait()
    time.sleep(0.2)
    assert capfd.readouterr().out == "   web | 窓口\n"


def test_stop_ends_a_child_that_does_not_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.processes.SECONDS_TO_STOP", 0.2)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    child = start("deaf", ["-c", deaf], {})
    time.sleep(0.5)
    stop([child])
    for number, handler in handlers.items():
        signal.signal(number, handler)
    assert child.process.wait(timeout=5) == -signal.SIGKILL
