"""The mails of a demo, readable in the browser: nothing leaves the machine, so somebody must be able to open them."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEWEST = 30
SEPARATOR = "\n" + "-" * 79 + "\n"


def mailbox(request: HttpRequest) -> HttpResponse:
    return render(
        request, "config/mailbox.html", {"mails": list(newest_mails(Path(settings.EMAIL_FILE_PATH)))[:NEWEST]}
    )


def newest_mails(folder: Path) -> Iterator[dict[str, str]]:
    """Subject, recipient, date and text of each mail that Django's file backend wrote, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[:NEWEST]:
        for text in reversed(file.read_text(encoding="utf-8").split(SEPARATOR)):
            if text.strip():
                yield as_dict(text.lstrip())


def as_dict(text: str) -> dict[str, str]:
    message = email.message_from_string(text, policy=email.policy.default)
    body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    return {
        "subject": str(message["Subject"]),
        "to": str(message["To"]),
        "date": str(message["Date"]),
        "text": body.get_content() if isinstance(body, EmailMessage) else "",
    }
