"""gunicorn reads this by itself when it is started in this folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent

chdir = str(ROOT)
pythonpath = str(ROOT / "site")
wsgi_app = "config.wsgi:application"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
preload_app = False
control_socket_disable = True
max_requests = 20_000
max_requests_jitter = 2_000
timeout = 60
