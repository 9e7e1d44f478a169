"""The ways out of the office. Each is tried by itself, so that one which is down does not hold up another."""

from abc import ABC, abstractmethod
from typing import ClassVar

from django.conf import settings
from django.core.mail import EmailMessage

from accounts.models import ApplicantProfile

from .message import Message

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
"""Keeps answering machines from answering (RFC 3834)."""


class Channel(ABC):
    name: ClassVar[str]

    @abstractmethod
    def address(self, profile: ApplicantProfile) -> str:
        """Where this channel reaches `profile` now; empty if it does not."""

    @abstractmethod
    def send(self, message: Message, *, to: str) -> None:
        """Raise whatever went wrong: the task is tried again."""


class EmailChannel(Channel):
    """Through Django's mail backend; its in-memory backend is the twin for tests. What fails returns to its sender."""

    name = "email"

    def address(self, profile: ApplicantProfile) -> str:
        return profile.email

    def send(self, message: Message, *, to: str) -> None:
        headers = {**AUTOMATIC, "From": settings.DEFAULT_FROM_EMAIL}
        returned_to = settings.BOUNCE_EMAIL or settings.DEFAULT_FROM_EMAIL
        EmailMessage(message.subject, message.body, returned_to, [to], headers=headers).send()


CHANNELS: tuple[Channel, ...] = (EmailChannel(),)
