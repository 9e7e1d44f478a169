"""How the browser carries a file, against a network that is cut at will."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright._impl._driver import compute_driver_executable


@pytest.fixture(scope="module")
def happened() -> dict[str, Any]:
    node, _driver = compute_driver_executable()
    script = Path(__file__).with_name("transfer.js")
    done = subprocess.run([node, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_cut_line_sends_only_the_parts_that_are_missing(happened: dict[str, Any]) -> None:
    asked = happened["resumes"]["asked"]
    first = ["POST /uploads/", "PUT /part/1 10", "PUT /part/2 10"]
    assert asked == [*first, "POST /uploads/", "PUT /part/2 10", "PUT /part/3 10", "POST /uploads/u/"]
    assert happened["resumes"]["text"] == "list"


def test_progress_goes_on_where_it_stopped(happened: dict[str, Any]) -> None:
    assert happened["resumes"]["said"] == [0, 10, 20, "broke", 10, 20, 30]


def test_a_refusal_is_not_sent_again_and_a_broken_line_is(happened: dict[str, Any]) -> None:
    assert happened["refused"] == ["Told", "大きすぎます", 1]
    assert happened["down"] == ["Broken", "status 503", 4]
    assert happened["recovers"] == ["done", "", 3]
    assert happened["stopped"] == ["Stopped", "", 0]


def test_it_waits_longer_each_time_but_not_for_ever(happened: dict[str, Any]) -> None:
    assert happened["waits"] == [1000, 3000, 9000, 30000]


def test_answers_are_judged(happened: dict[str, Any]) -> None:
    assert happened["judged"] == ["fine", "fine", "Broken", "Broken", "Broken"]


def test_pictures_only_become_smaller(happened: dict[str, Any]) -> None:
    assert happened["small"] == [None, {"width": 2000, "height": 1500}, {"width": 25, "height": 2000}]


def test_a_file_is_known_again_by_its_content_not_by_its_name(happened: dict[str, Any]) -> None:
    assert (happened["isKnownAgain"], happened["isAnother"]) == (True, True)
