from datetime import date
from unittest import mock

import pytest
from django.db import OperationalError

from config import daily
from config.daily import OnceADay


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> mock.Mock:
    """Stands for the command: what matters here is when it is called."""
    command = mock.Mock()
    monkeypatch.setattr(daily, "call_command", command)
    monkeypatch.setattr(daily, "connection", mock.Mock())
    return command


def on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    monkeypatch.setattr(daily.timezone, "localdate", lambda: date(2026, 11, day))


def test_a_command_runs_at_once_and_then_on_every_new_day(ran: mock.Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    reminders, runs = OnceADay("send_reminders"), []
    for day in (1, 1, 1, 2, 2, 5):
        on(monkeypatch, day)
        runs.append(reminders.run_if_due())
    assert (runs, ran.call_count) == ([True, False, False, True, False, True], 3)


def test_a_database_that_does_not_answer_is_told_of_and_tried_again_tomorrow(
    ran: mock.Mock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran.side_effect = [OperationalError("no answer"), None]
    reminders = OnceADay("send_reminders")
    on(monkeypatch, 1)
    assert (reminders.run_if_due(), capsys.readouterr().err) == (True, "send_reminders: no answer\n")
    on(monkeypatch, 2)
    assert reminders.run_if_due()
