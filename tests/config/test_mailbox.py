from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import get_connection
from django.core.mail.message import EmailMessage
from django.test import Client, RequestFactory

from config.mailbox import mailbox, newest_mails

LONG = "お知らせがあります。マイページをご覧ください。" * 60


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.EMAIL_FILE_PATH = tmp_path
    return tmp_path


def send(folder: Path, *bodies: str) -> None:
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=folder)
    connection.send_messages(
        [EmailMessage(f"件名 {body[:4]}", body, "us@example.jp", ["you@example.jp"]) for body in bodies]
    )


def test_newest_mails_reads_japanese_of_any_length(folder: Path) -> None:
    send(folder, "確認コードは次のとおりです。\n\n1234-5678", LONG)
    texts = [mail.text.strip() for mail in newest_mails(folder)]
    assert texts == [LONG, "確認コードは次のとおりです。\n\n1234-5678"]


def test_newest_mails_tells_subject_recipient_and_time(folder: Path) -> None:
    send(folder, "本文です。")
    mail = next(newest_mails(folder))
    assert (mail.subject, mail.to) == ("件名 本文です", "you@example.jp")
    assert abs((datetime.now(UTC) - mail.sent_at).total_seconds()) < 60


@pytest.mark.django_db
def test_mailbox_shows_them(folder: Path, rf: RequestFactory) -> None:
    send(folder, "確認コードは 1234-5678 です。")
    html = mailbox(rf.get("/dev/mail/")).content.decode()
    assert "件名 確認コー" in html
    assert "確認コードは 1234-5678 です。" in html


@pytest.mark.django_db
def test_mailbox_makes_links_but_no_markup_of_a_mail(folder: Path, rf: RequestFactory) -> None:
    send(folder, "https://example.jp/mypage/ <script>")
    html = mailbox(rf.get("/dev/mail/")).content.decode()
    assert '<a href="https://example.jp/mypage/"' in html
    assert "&lt;script&gt;" in html


@pytest.mark.django_db
def test_mailbox_is_not_there_where_mails_are_sent(client: Client) -> None:
    assert client.get("/dev/mail/").status_code == 404
