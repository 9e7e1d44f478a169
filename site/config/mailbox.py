"""The mails of a demo, readable in the browser: nothing leaves the machine, so somebody must be able to open them."""

import email
import email.policy
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEWEST = 30
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


class Mail(NamedTuple):
    subject: str
    to: str
    sent_at: datetime
    text: str


def mailbox(request: HttpRequest) -> HttpResponse:
    mails = islice(newest_mails(Path(settings.EMAIL_FILE_PATH)), NEWEST)
    return render(request, "config/mailbox.html", {"mails": list(mails)})


def newest_mails(folder: Path) -> Iterator[Mail]:
    """What Django's file backend wrote into `folder`, newest first."""
    for file in sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True):
        for content in reversed(file.read_bytes().split(SEPARATOR)):
            if content.strip():
                yield as_mail(content)


def as_mail(content: bytes) -> Mail:
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    return Mail(
        subject=str(message["Subject"]),
        to=str(message["To"]),
        sent_at=parsedate_to_datetime(message["Date"]).replace(tzinfo=UTC),
        text=body.get_content() if isinstance(body, EmailMessage) else "",
    )
