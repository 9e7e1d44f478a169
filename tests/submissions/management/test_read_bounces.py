import io
import mailbox
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from submissions.models import BouncedAddress
from tests.factories.accounts import ProfileFactory
from tests.submissions.notifications.test_bounces import REPORT

pytestmark = pytest.mark.django_db
FAILED = REPORT.format(action="failed")


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("read_bounces", *arguments, stdout=out)
    return out.getvalue()


def test_a_maildir_is_read_once_and_only_known_addresses_are_marked(tmp_path: Path) -> None:
    ProfileFactory(email="taro@example.jp")
    box = mailbox.Maildir(str(tmp_path / "box"))
    for _report in range(2):
        box.add(FAILED)
    assert run("--maildir", str(tmp_path / "box")) == "Addresses marked: 2\n"
    assert run("--maildir", str(tmp_path / "box")) == "Addresses marked: 0\n"
    assert BouncedAddress.objects.values_list("email", "status", "times").get() == ("taro@example.jp", "5.1.1", 2)


def test_one_report_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    ProfileFactory(email="taro@example.jp")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(FAILED.encode())))
    assert run() == "Addresses marked: 1\n"


def test_a_folder_that_is_no_maildir_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        run("--maildir", str(tmp_path))
