"""The browser's scripts say of every vector what the server says. They run in the Node.js that playwright brings."""

import json
import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from tests.submissions.schema.vectors import VECTORS


def test_scripts_agree_with_the_server() -> None:
    node, _driver = compute_driver_executable()
    script = Path(__file__).with_name("vectors.js")
    done = subprocess.run([node, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["run"] == sum(map(len, VECTORS.values())) >= 120
