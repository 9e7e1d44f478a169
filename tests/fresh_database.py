"""A database of its own, on the server that the settings name, for what runs the product in processes of its own."""

from urllib.parse import quote

import psycopg
from django.conf import settings
from psycopg.conninfo import make_conninfo


def fresh_database(name: str) -> str:
    """Make `name` anew and empty; its URL."""
    server = settings.DATABASES["default"]
    user, password, host, port = (str(server[key] or "") for key in ("USER", "PASSWORD", "HOST", "PORT"))
    parts = {"dbname": "postgres", "user": user, "password": password, "host": host, "port": port}
    address = make_conninfo("", **{key: value for key, value in parts.items() if value})
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    login = f"{quote(user)}:{quote(password)}@" if user else ""
    if host.startswith("/"):
        return f"postgres://{login}/{name}?host={host}"
    return f"postgres://{login}{host}{':' if port else ''}{port}/{name}"
