"""Starts the product in a process of its own, as an operator would, with nothing set but what the test says."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OF_THE_MACHINE = ("HOME", "PATH", "PYTHONPATH", "TMPDIR")
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "k7#Vd2!mQz9$wLr4&Tn8*Xc5(Yb1)Hg6^Jp3@Fs0-Ua+Ei=Ro~Wq?",
    "DATABASE_URL": "postgres://madoguchi:secret@127.0.0.1:1/madoguchi",
    "ALLOWED_HOSTS": "madoguchi.example.jp,desk.example.jp",
    "EMAIL_HOST": "mail.example.jp",
    "DEFAULT_FROM_EMAIL": "madoguchi@example.jp",
    "STAFF_BASE_URL": "https://desk.example.jp",
    "PUBLIC_BASE_URL": "https://madoguchi.example.jp",
}


def manage(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """``manage.py`` with `environment` and what the machine needs."""
    own = {name: value for name, value in os.environ.items() if name in OF_THE_MACHINE}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**own, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
