import json
import os
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from django.conf import settings
from django.core.management import BaseCommand, call_command

from submissions.models import Submission

from .... import data
from ....applicants import WARMING_UP, fill_in_at_once
from ....form import form_figures
from ....load import Result, get, measure, post

PDF_TIMES = 50
ROOT = settings.ROOT_DIR


class Command(BaseCommand):
    help = "Fill an empty database, start the server, send the load; one JSON object on standard output."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", nargs="?", default="pages", choices=("pages", "applicants"))
        parser.add_argument("--applicants", type=int, default=200, help="who fill in and send at the same time")
        parser.add_argument("--begins-within", type=float, default=5, help="seconds until the last of them has begun")
        parser.add_argument("--port", type=int, default=8765)
        parser.add_argument("--seconds", type=float, default=8, help="for each measurement")
        parser.add_argument("--cases", type=int, default=10_000, help="in the review queue")
        parser.add_argument("--submissions", type=int, default=600)

    def handle(self, *args: Any, **options: Any) -> None:
        say("migrating, loading the demo …")
        call_command("migrate", verbosity=0)
        call_command("load_demo", verbosity=0, stdout=self.stderr)
        if options["scenario"] == "applicants":
            report = together(options["port"], options["applicants"], options["begins_within"])
        else:
            report = Bench(options["port"], options["seconds"]).run(options["cases"], options["submissions"])
        self.stdout.write(json.dumps(report, indent=2))


class Bench:
    def __init__(self, port: int, seconds: float) -> None:
        self.port, self.seconds = port, seconds
        self.results: dict[str, Result] = {}

    def run(self, cases: int, submissions: int) -> dict[str, Any]:
        say(f"making {submissions} drafts and {cases:,} cases …")
        drafts = data.drafts(submissions)
        reviewer, guidance, peer = data.desk(cases), data.guidance_page(), data.peer_page()
        server = start_server(self.port)
        try:
            self.pages(guidance, peer, reviewer)
            self.steps([(draft.reference, cookies) for draft, cookies in drafts])
        finally:
            server.terminate()
            server.wait()
        filed = Submission.objects.filter(pk__in=[draft.pk for draft, _cookies in drafts]).filed()
        return {
            **{name: result.as_dict() for name, result in self.results.items()},
            "submissions_filed": filed.count(),
            "ratios": self.ratios(),
            "form_of_80": form_figures(),
            "pdf": pdf_figures(filed[0].reference),
        }

    def pages(self, guidance: str, peer: str, reviewer: str) -> None:
        self.rounds("empty_view", [get("/bench-empty/")], b"200")
        self.rounds("contrib_forms_get", [get(peer)], b"200")
        self.rounds("guidance_page", [get(guidance)], b"200")
        self.rounds("review_queue", [get("/admin/cases/", cookies=reviewer)], b"200")

    def steps(self, drafts: list[tuple[str, str]]) -> None:
        step, confirm = "/apply/{}/1/", "/apply/{}/confirm/"
        self.rounds("step_get", [get(step.format(name), cookies=cookies) for name, cookies in drafts], b"200")
        body = data.form_body(version="99", action="next")
        self.rounds("step_post", [post(step.format(name), body, cookies=cookies) for name, cookies in drafts], b"302")
        body = data.form_body(delivery="electronic")
        sends = [post(confirm.format(name), body, cookies=cookies) for name, cookies in drafts]
        self.keep("submission", measure(self.port, sends, expected=b"302", seconds=120, once=True))

    def rounds(self, name: str, requests: list[bytes], expected: bytes) -> None:
        measure(self.port, requests[:8], expected=expected, seconds=0.5)
        self.keep(name, measure(self.port, requests, expected=expected, seconds=self.seconds))

    def keep(self, name: str, result: Result) -> None:
        self.results[name] = result
        say(f"{name}: {result.as_dict()}")

    def ratios(self) -> dict[str, float]:
        rate = {name: result.rate for name, result in self.results.items()}
        return {
            "guidance_page / contrib_forms_get (goal 8)": round(rate["guidance_page"] / rate["contrib_forms_get"], 2),
            "step_get / contrib_forms_get (goal 2)": round(rate["step_get"] / rate["contrib_forms_get"], 2),
            "empty_view / contrib_forms_get": round(rate["empty_view"] / rate["contrib_forms_get"], 2),
            "submissions a second (goal 100)": round(rate["submission"], 1),
        }


def together(port: int, count: int, begins_within: float) -> dict[str, Any]:
    """The whole stack under `count` applicants: web server, database, and the worker that sends the mails."""
    say(f"making {count} drafts …")
    drafts = data.drafts(count + WARMING_UP, is_complete=False)
    worker = subprocess.Popen([sys.executable, "manage.py", "db_worker", "--interval", "0.5"], cwd=ROOT)
    server = start_server(port)
    try:
        say("filling in and sending …")
        return fill_in_at_once(port, drafts, lambda: workers_of(server.pid), begins_within=begins_within)
    finally:
        for process in (server, worker):
            process.terminate()
            process.wait()


def workers_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def start_server(port: int) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "2", "LOG_LEVEL": "WARNING"}
    server = subprocess.Popen([sys.executable, "-m", "gunicorn"], cwd=ROOT, env=environment)
    for _attempt in range(100):
        try:
            urlopen(f"http://127.0.0.1:{port}/bench-empty/").read()
            return server
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


def pdf_figures(reference: str) -> dict[str, float]:
    """Whole-process figures of a process that draws one receipt, and of one that draws it `PDF_TIMES` times."""
    figures = {}
    for times in (1, PDF_TIMES):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "manage.py", "bench_pdf", reference, str(times)], cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        figures[f"{times}_wall_s"] = round(time.perf_counter() - started, 2)
        figures[f"{times}_cpu_s"] = round(cpu, 2)
    figures["ms_per_pdf"] = round((figures[f"{PDF_TIMES}_cpu_s"] - figures["1_cpu_s"]) / (PDF_TIMES - 1) * 1000, 1)
    figures["peak_memory_mb"] = round(after.ru_maxrss / 1024, 1)
    return figures
