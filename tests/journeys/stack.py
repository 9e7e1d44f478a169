"""The product as it runs: own database, demo, gunicorn, worker. Journeys reach it by browser only."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psycopg

from tests.fresh_database import fresh_database

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "madoguchi_journeys"


@dataclass
class Stack:
    base_url: str
    var_dir: Path
    database: str
    processes: "list[subprocess.Popen[bytes]]"
    environment: dict[str, str]

    def run(self, code: str) -> None:
        """Carry out Python `code` beside the product, for data that no screen makes."""
        self.ask(code)

    def ask(self, code: str) -> str:
        """What Python `code`, carried out beside the product, prints."""
        command = [sys.executable, str(ROOT / "manage.py"), "shell", "--no-imports", "-c", code]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def end_every_session(self) -> None:
        """As after the two hours: the browser still has its cookie, the server knows nothing of it."""
        with psycopg.connect(self.database) as connection:
            connection.execute("DELETE FROM django_session")

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=20)


def start(port: int, var_dir: Path) -> Stack:
    url = fresh_database(DATABASE)
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "VAR_DIR": str(var_dir),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DEBUG": "false",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "BIND": f"127.0.0.1:{port}",
        "PUBLIC_BASE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "WARNING",
    }
    environment.pop("TEST_DATABASE_NAME", None)
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in ("migrate", "load_demo"):
        subprocess.run([*manage, command, "--verbosity=0"], env=environment, cwd=ROOT, check=True)
    processes = [
        subprocess.Popen([sys.executable, "-m", "gunicorn"], env=environment, cwd=ROOT),
        subprocess.Popen([*manage, "db_worker", "--interval", "0.2"], env=environment, cwd=ROOT),
    ]
    stack = Stack(f"http://127.0.0.1:{port}", var_dir, url, processes, environment)
    _wait_for(stack)
    return stack


def _wait_for(stack: Stack) -> None:
    for _attempt in range(150):
        try:
            urlopen(f"{stack.base_url}/healthz/").read()
            return
        except OSError:
            time.sleep(0.1)
    stack.stop()
    raise AssertionError("The server did not start.")
