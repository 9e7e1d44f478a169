import pytest

from submissions.schema import Choice, Field, Step
from submissions.schema.estimate import in_minutes, minutes_for, seconds_of

NAME = Field(key="name", kind="text", label="氏名", prefill="name")
REASON = Field(key="reason", kind="textarea", label="理由")
NOTE = Field(key="note", kind="note", label="")
TABLE = Field(
    key="days",
    kind="table",
    label="日程",
    choices=(Choice(key="a", label="月"), Choice(key="b", label="火")),
    fields=(Field(key="hours", kind="integer", label="時間"),),
)


def test_only_what_somebody_types_takes_time() -> None:
    step = Step(key="s", title="", fields=(NAME, REASON, NOTE, TABLE))
    assert seconds_of(step) == 5 + 90 + 0 + 2 * 20
    assert minutes_for((step, step)) == 5


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (600, 10), (601, 15), (1500, 25), (1501, 30)])
def test_a_guess_is_no_more_exact_than_it_can_be(seconds: int, minutes: int) -> None:
    assert in_minutes(seconds) == minutes
