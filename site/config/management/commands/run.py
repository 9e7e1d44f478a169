import signal
import socket
import sys
import time
from argparse import ArgumentParser
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from procedure_pages.demo.accounts import DEMO_LOGINS, PASSWORD

from ...daily import DAILY, OnceADay
from ...processes import Child, start, stop
from ...settings import env
from ...settings.database import database_url

START_SECONDS = 60
WORKER = ["manage.py", "db_worker", "--interval", "0.5", "--no-reload", "--no-startup-delay"]


class Command(BaseCommand):
    help = "Start everything on this machine: database, migrations, demo, web server and worker. Ctrl-C stops it all."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="default: PORT of the environment, else 8000")

    def handle(self, *args: Any, **options: Any) -> None:
        children: list[Child] = []
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.default_int_handler)
        try:
            port = options["port"] or port_of_environment()
            refuse_busy_port(port)
            self.prepare()
            children += [start("web", ["-m", "gunicorn", "--preload"], environment(port))]
            wait_until_it_serves(port, children)
            children += [start("worker", WORKER, environment(port))]
            self.welcome(port)
            wait_for_an_end(children, [OnceADay(command) for command in DAILY])
        except KeyboardInterrupt:
            self.stdout.write("\n終了します … / stopping …")
        finally:
            stop(children)
        self.stdout.write(f"終了しました。データは {settings.VAR_DIR} に残っています。 / Stopped; your data are kept.")

    def prepare(self) -> None:
        """Migrations and the demo, if there is anything to do."""
        try:
            executor = MigrationExecutor(connection)
        except OperationalError as error:
            raise CommandError(f"The database does not answer. Is DATABASE_URL right? {error}") from None
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("データベースを準備しています（初回は1分ほど） … / preparing the database …")
            call_command("migrate", verbosity=1 if sys.stdout.isatty() else 0, interactive=False)
        if not is_demo_complete():
            self.stdout.write("デモ用のデータを作っています … / loading the demo …")
            call_command("load_demo", stdout=self.stdout)
        connection.close()

    def welcome(self, port: int) -> None:
        address = f"http://localhost:{port}"
        lines = [
            "",
            f"  窓口（住民・事業者）public site    {address}/",
            f"  審査・編集（職員）  staff          {address}/admin/",
            f"  届いたメール        mail           {address}/dev/mail/  ({settings.EMAIL_FILE_PATH})",
            f"  API                 API            {address}/api/v1/docs",
            "",
            f"  デモ用のログイン / demo logins（パスワードはすべて / password {PASSWORD}）",
            *(f"    {username:<12}{role}" for role, username, _password in DEMO_LOGINS),
            f"  {second_factor_hint()}",
            "",
            "  Ctrl-C で終了します。 / Ctrl-C stops everything.",
            "",
        ]
        self.stdout.write("\n".join(lines))


def second_factor_hint() -> str:
    if settings.STAFF_SECOND_FACTOR:
        return "職員は、ログイン後に2段階認証を設定します。 / staff set up two-step authentication"
    return "デモでは職員の2段階認証を省いています（STAFF_SECOND_FACTOR=true で必須） / no second factor asked"


def port_of_environment() -> int:
    try:
        return env.number("PORT", 8000, largest=65_535)
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from None


def refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). Choose another one: PORT={port + 1} make run"
            ) from None


def is_demo_complete() -> bool:
    """The demo makes its logins last, so an interrupted one is taken up again."""
    logins = [login.username for login in DEMO_LOGINS]
    return User.objects.filter(username__in=logins).count() == len(logins)


def environment(port: int) -> dict[str, str]:
    """What the children are told. They get the database by address: its server is this process's to stop."""
    address = f"http://localhost:{port}"
    return {
        "PUBLIC_BASE_URL": env.text("PUBLIC_BASE_URL", address),
        "STAFF_BASE_URL": env.text("STAFF_BASE_URL", address),
        "BIND": f"127.0.0.1:{port}",
        "DATABASE_URL": database_url(settings.VAR_DIR),
    }


def wait_until_it_serves(port: int, children: list[Child]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and all(child.is_alive() for child in children):
        try:
            urlopen(f"http://127.0.0.1:{port}/healthz/").read()
            return
        except HTTPError as error:
            raise CommandError(f"The server answers with an error ({error}); its last lines above say why.") from None
        except OSError:
            time.sleep(0.05)
    raise CommandError("The server did not start; its last lines above say why.")


def wait_for_an_end(children: list[Child], daily: list[OnceADay]) -> None:
    while all(child.is_alive() for child in children):
        for command in daily:
            command.run_if_due()
        time.sleep(0.3)
    raise CommandError("A part has ended by itself; its last lines above say why.")
