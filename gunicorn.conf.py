"""gunicorn reads this by itself when it is started in this folder."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def number(name: str, default: str) -> int:
    value = os.environ.get(name) or default
    if not value.isdecimal() or int(value) < 1:
        sys.exit(f"{name} must be a whole number of 1 or more, not {value!r}.")
    return int(value)


chdir = str(ROOT)
pythonpath = str(ROOT / "site")
wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = number("WEB_CONCURRENCY", "2")
preload_app = False
control_socket_disable = True
max_requests = 20_000
max_requests_jitter = 2_000
timeout = 60
