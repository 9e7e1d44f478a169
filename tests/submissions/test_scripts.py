"""What a script repeats of the server must say the same."""

import re
from pathlib import Path

import submissions
from accounts.japanese.eras import ERAS
from submissions.forms.scripts import SCRIPTS

FOLDER = Path(submissions.__file__).parent / "static" / "submissions"
ERA = re.compile(r'\["(\w+)", "(\w)", (\d+), (\d+), (\d+)\]')


def test_the_browser_knows_the_same_eras() -> None:
    source = (FOLDER / "dates.js").read_text(encoding="utf-8")
    found = [(name, letter, int(y), int(m), int(d)) for name, letter, y, m, d in ERA.findall(source)]
    first_days = [(era, era.first_day) for era in ERAS]
    assert found == [(era.name, era.letter, day.year, day.month, day.day) for era, day in first_days]


def test_every_script_is_there() -> None:
    assert [name for names in SCRIPTS.values() for name in names if not (FOLDER / f"{name}.js").exists()] == []
