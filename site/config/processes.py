"""Children of ``manage.py run``: each in a process group of its own, its output marked with its name."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass

from django.conf import settings

SECONDS_TO_STOP = 15


@dataclass(frozen=True)
class Child:
    name: str
    process: "subprocess.Popen[str]"

    def is_alive(self) -> bool:
        return self.process.poll() is None


def start(name: str, arguments: list[str], environment: dict[str, str]) -> Child:
    """Run Python with `arguments` in the root folder, with the settings of this process."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=settings.ROOT_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE, "PYTHONUNBUFFERED": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    child = Child(name, process)
    threading.Thread(target=relay, args=(child,), daemon=True).start()
    return child


def relay(child: Child) -> None:
    for line in child.process.stdout or ():
        print(f"{child.name:>6} | {line}", end="", flush=True)


def stop(children: list[Child]) -> None:
    """End them, by force what does not end in time. Nothing interrupts this: a second Ctrl-C would leave orphans."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        if child.is_alive():
            child.process.terminate()
    for child in children:
        try:
            child.process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            os.killpg(child.process.pid, signal.SIGKILL)
