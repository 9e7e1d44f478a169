"""``make bench``: rates and latencies of the main pages over HTTP, as one JSON object on standard output.

gunicorn with 2 workers, PostgreSQL, loopback, a load of 4 processes on the same machine. Compare ratios of one run:
the machine's own speed cancels out. A database of its own is made for the run and dropped after it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
PDF_TIMES = 50
DATABASE = "madoguchi_bench"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def in_a_fresh_database() -> int:
    """Run this program again on an empty database of its own; its exit status."""
    from tests.fresh_database import fresh_database

    environment = {**os.environ, "BENCH_DATABASE": DATABASE, "DATABASE_URL": fresh_database(DATABASE)}
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as folder:
        environment["VAR_DIR"] = folder
        command = [sys.executable, "-m", "tests.bench", *sys.argv[1:]]
        return subprocess.run(command, cwd=ROOT, env=environment).returncode


def prepare_database() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    say("migrating …")
    call_command("migrate", run_syncdb=True, verbosity=0)
    say("loading the demo …")
    call_command("load_demo", verbosity=0, stdout=sys.stderr)


def start_server(port: int) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "2", "LOG_LEVEL": "WARNING"}
    environment["PYTHONPATH"] = f"{ROOT}:{ROOT / 'site'}"
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "gunicorn.conf.py")], cwd=ROOT, env=environment
    )
    for _attempt in range(100):
        try:
            urlopen(f"http://127.0.0.1:{port}/bench-empty/").read()
            return server
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


def run(port: int, seconds: float, cases: int, submissions: int) -> dict[str, object]:
    from submissions.models import Submission

    from . import data
    from .load import Result, get, measure, post

    say(f"making {submissions} drafts and {cases:,} cases …")
    drafts = data.drafts(submissions)
    reviewer, guidance, peer = data.desk(cases), data.guidance_page(), data.peer_page()
    steps = [(f"/apply/{draft.reference}/1/", cookies) for draft, cookies in drafts]
    server = start_server(port)
    results: dict[str, Result] = {}

    def bench(name: str, requests: list[bytes], expected: bytes = b"200", **options: bool) -> None:
        measure(port, requests[:8], expected=expected, seconds=0.5) if not options else None
        limit = 120 if options else seconds
        results[name] = measure(port, requests, expected=expected, seconds=limit, **options)
        say(f"{name}: {results[name].as_dict()}")

    try:
        bench("empty_view", [get("/bench-empty/")])
        bench("contrib_forms_get", [get(peer)])
        bench("guidance_page", [get(guidance)])
        bench("step_get", [get(path, cookies=cookies) for path, cookies in steps])
        bench(
            "step_post",
            [post(path, data.form_body(version="99", action="next"), cookies=cookies) for path, cookies in steps],
            b"302",
        )
        bench("review_queue", [get("/admin/cases/", cookies=reviewer)])
        sends = [
            post(f"/apply/{draft.reference}/confirm/", data.form_body(delivery="electronic"), cookies=cookies)
            for draft, cookies in drafts
        ]
        bench("submission", sends, b"302", once=True)
    finally:
        server.terminate()
        server.wait()
    filed = Submission.objects.exclude(state="draft").filter(pk__in=[draft.pk for draft, _cookies in drafts])
    report: dict[str, object] = {name: result.as_dict() for name, result in results.items()}
    report["submissions_filed"] = filed.count()
    report["ratios"] = ratios({name: result.rate for name, result in results.items()})
    report["pdf"] = pdf_figures(filed[0].reference)
    return report


def ratios(rate: dict[str, float]) -> dict[str, float]:
    return {
        "guidance_page / contrib_forms_get (goal 8)": round(rate["guidance_page"] / rate["contrib_forms_get"], 2),
        "step_get / contrib_forms_get (goal 2)": round(rate["step_get"] / rate["contrib_forms_get"], 2),
        "empty_view / contrib_forms_get": round(rate["empty_view"] / rate["contrib_forms_get"], 2),
        "submission per second (goal 100)": round(rate["submission"], 1),
    }


def pdf_figures(reference: str) -> dict[str, float]:
    """Whole-process figures of a process that draws one receipt, and of one that draws it `PDF_TIMES` times."""
    figures = {}
    for times in (1, PDF_TIMES):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-m", "tests.bench.pdf", reference, str(times)], cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        figures[f"{times}_wall_s"] = round(time.perf_counter() - started, 2)
        figures[f"{times}_cpu_s"] = round(cpu, 2)
    figures["ms_per_pdf"] = round((figures[f"{PDF_TIMES}_cpu_s"] - figures["1_cpu_s"]) / (PDF_TIMES - 1) * 1000, 1)
    figures["peak_memory_mb"] = round(after.ru_maxrss / 1024, 1)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--seconds", type=float, default=8, help="for each measurement")
    parser.add_argument("--cases", type=int, default=10_000, help="in the review queue")
    parser.add_argument("--submissions", type=int, default=600)
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    if "BENCH_DATABASE" not in os.environ:
        sys.exit(in_a_fresh_database())
    prepare_database()
    print(json.dumps(run(options.port, options.seconds, options.cases, options.submissions), indent=2))


if __name__ == "__main__":
    main()
