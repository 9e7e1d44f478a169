import os
import signal
import socket
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any
from urllib.request import urlopen

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from procedure_pages.demo.accounts import DEMO_LOGINS, PASSWORD

START_SECONDS = 30


class Command(BaseCommand):
    help = "Start everything on this machine: database, migrations, demo, web server and worker. Ctrl-C stops it all."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        refuse_busy_port(port)
        self.prepare()
        processes = [start("web", ["gunicorn"], port), start("worker", ["manage.py", "db_worker", "--interval", "0.5", "--no-reload", "--no-startup-delay"], port)]
        try:
            wait_until_it_serves(port, processes)
            self.welcome(port)
            wait_for_an_end(processes)
        finally:
            stop(processes)
            self.stdout.write("Stopped. Your data stay under var/.")

    def prepare(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0, interactive=False)
        if not User.objects.exists():
            self.stdout.write("Loading the demo …")
            call_command("load_demo", stdout=self.stdout)
        connection.close()

    def welcome(self, port: int) -> None:
        address = f"http://localhost:{port}"
        lines = [
            "",
            f"  窓口（住民・事業者）  {address}/",
            f"  審査・編集（職員）    {address}/admin/",
            f"  届いたメール          {address}/dev/mail/",
            f"  API                   {address}/api/v1/docs",
            "",
            f"  デモ用のログイン（パスワードはすべて {PASSWORD}）",
            *(f"    {username:<12}{role}" for role, username, _password in DEMO_LOGINS),
            "",
            "  Ctrl-C で終了します。",
            "",
        ]
        self.stdout.write("\n".join(lines))


def refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CommandError(f"Port {port} is in use. Choose another one: PORT=8001 make run") from None


def start(name: str, command: list[str], port: int) -> "subprocess.Popen[str]":
    """A child in a group of its own, its output prefixed with its name."""
    environment = {
        "PUBLIC_BASE_URL": f"http://localhost:{port}",
        "STAFF_BASE_URL": f"http://localhost:{port}",
        "BIND": f"127.0.0.1:{port}",
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    module = ["-m", *command] if command[0] == "gunicorn" else command
    child = subprocess.Popen(
        [sys.executable, *module],
        cwd=settings.ROOT_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    threading.Thread(target=relay, args=(name, child), daemon=True).start()
    return child


def relay(name: str, child: "subprocess.Popen[str]") -> None:
    for line in child.stdout or ():
        print(f"{name:>6} | {line}", end="", flush=True)


def wait_until_it_serves(port: int, processes: "list[subprocess.Popen[str]]") -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and all(child.poll() is None for child in processes):
        try:
            urlopen(f"http://127.0.0.1:{port}/healthz/").read()
            return
        except OSError:
            time.sleep(0.1)
    raise CommandError("The server did not start; its last lines above say why.")


def wait_for_an_end(processes: "list[subprocess.Popen[str]]") -> None:
    """Until Ctrl-C, a TERM signal, or the end of a child."""
    asked = threading.Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        asked.set()

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    while not asked.wait(0.3):
        if any(child.poll() is not None for child in processes):
            raise CommandError("A part of the stack has ended; its last lines above say why.")


def stop(processes: "list[subprocess.Popen[str]]") -> None:
    for child in processes:
        if child.poll() is None:
            child.terminate()
    for child in processes:
        try:
            child.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
