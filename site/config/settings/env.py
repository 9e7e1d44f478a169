"""Reads settings from the environment. A wrong or missing value stops the start with a sentence that names it.

Every reader also accepts ``<NAME>_FILE``: the path of a file that holds the value (a mounted secret).
"""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
POSTGRES_SCHEMES = ("postgres", "postgresql")
SOCKET_ADDRESS = re.compile(r"unix:/\S+|tcp://[^\s/?#]+:\d{1,5}")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s/?#]+)*")


def text(name: str, default: str | None = None) -> str:
    """The value of `name`, `default` if it is unset; without a default it must be set."""
    file_name = os.environ.get(f"{name}_FILE")
    if file_name:
        return _read_file(f"{name}_FILE", file_name)
    value = os.environ.get(name, "")
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. Set it, or {name}_FILE to a file that holds it.")
    return default


def flag(name: str, default: bool) -> bool:
    value = text(name, "true" if default else "false").lower()
    if value not in ("true", "false"):
        raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")
    return value == "true"


def number(name: str, default: int, *, largest: int = 2**31 - 1) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal() and int(value) <= largest):
        raise ImproperlyConfigured(f"{name} must be a whole number from 0 to {largest}, not {value!r}.")
    return int(value)


def words(name: str, default: str | None = None) -> list[str]:
    """A comma separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def web_address(name: str, default: str | None = None) -> str:
    """``https://host`` without a slash at the end, so that paths can be put behind it; empty if that is the default."""
    value = text(name, default)
    if value and not WEB_ADDRESS.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must look like https://www.example.jp, no slash at its end, not {value!r}.")
    return value


def socket_address(name: str, default: str | None = None) -> str:
    value = text(name, default)
    if value and not SOCKET_ADDRESS.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must look like unix:/run/name.sock or tcp://host:3310, not {value!r}.")
    return value


def mail_address(name: str, default: str | None = None) -> str:
    value = text(name, default)
    if "@" not in parseaddr(value)[1]:
        raise ImproperlyConfigured(f"{name} must be a mail address like madoguchi@example.jp, not {value!r}.")
    return value


def postgres(name: str, url: str) -> dict[str, object]:
    """Django's database settings from ``postgres://user:password@host:port/database?host=/socket/folder``."""
    try:
        parts, query = urlsplit(url), dict(parse_qsl(urlsplit(url).query))
        port = str(parts.port or "")
    except ValueError:
        raise _not_postgres(name) from None
    if parts.scheme not in POSTGRES_SCHEMES or len(parts.path) < 2:
        raise _not_postgres(name)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": port,
        "OPTIONS": query,
    }


def _not_postgres(name: str) -> ImproperlyConfigured:
    """Without the value: it may hold a password."""
    return ImproperlyConfigured(f"{name} must look like postgres://user:password@host:5432/database.")


def _read_file(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name} names a file that cannot be read: {path} ({error.strerror}).") from error
