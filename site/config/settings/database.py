"""PostgreSQL from ``DATABASE_URL``; unset, a server of our own under ``var/postgres`` that lives as long as we do."""

import os
from pathlib import Path

from . import env


def database_settings(var_dir: Path) -> dict[str, object]:
    """Django's ``DATABASES["default"]``; connections stay open between requests."""
    settings = env.postgres("DATABASE_URL", database_url(var_dir))
    settings["CONN_MAX_AGE"] = env.number("DATABASE_CONN_MAX_AGE", 60)
    settings["CONN_HEALTH_CHECKS"] = True
    if name := os.environ.get("TEST_DATABASE_NAME"):
        settings["TEST"] = {"NAME": name}
    return settings


def database_url(var_dir: Path) -> str:
    """Where the database is. Starts the embedded server if no other one is named and nobody has started it yet."""
    if url := env.text("DATABASE_URL", ""):
        return url
    from .embedded import embedded_url  # noqa: PLC0415 - a server elsewhere needs none of it

    return embedded_url(var_dir)
