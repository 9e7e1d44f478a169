"""``make bench``: rates and latencies of the main pages over HTTP, as one JSON object on standard output.

gunicorn with 2 workers, PostgreSQL, loopback, a load of 4 processes on the same machine. Compare ratios of one run:
the machine's own speed cancels out. A database of its own is made anew for the run.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fresh_database import fresh_database

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "madoguchi_bench"


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    environment = {**os.environ, "DATABASE_URL": fresh_database(DATABASE), "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as folder:
        environment["VAR_DIR"] = folder
        return subprocess.run(
            [sys.executable, "manage.py", "bench", *sys.argv[1:]], cwd=ROOT, env=environment
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
