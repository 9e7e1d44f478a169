"""Reads what says that a mail did not arrive: a delivery status notification (RFC 3464), or a provider's webhook.

The webhook is signed as Standard Webhooks prescribes: HMAC-SHA256 over ``id.timestamp.body``, in base64.
"""

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Iterator, Mapping
from email.message import Message
from typing import Any

SECONDS_OF_GRACE = 300
PREFIX = "whsec_"
Bounce = tuple[str, str]
"""The address, and the status code or an empty text."""


def bounces_in(report: Message) -> list[Bounce]:
    """Every address that a report says has failed for good; none in any other mail, or where it is only delayed."""
    return [found for part in report.walk() if part.get_content_type() == "message/delivery-status"
            for found in _failed(part)]  # fmt: skip


def _failed(part: Message) -> Iterator[Bounce]:
    payload = part.get_payload()
    for block in payload if isinstance(payload, list) else []:
        if not isinstance(block, Message) or str(block.get("Action", "")).strip().lower() != "failed":
            continue
        address = _address(block.get("Original-Recipient")) or _address(block.get("Final-Recipient"))
        if address:
            yield address, str(block.get("Status", "")).split(" ", 1)[0].strip()


def _address(value: Any) -> str:
    """``rfc822; taro@example.jp`` without its type."""
    _kind, _semicolon, address = str(value or "").partition(";")
    return address.strip().strip("<>")


def is_signed(body: bytes, headers: Mapping[str, str], *, secret: str, now: float | None = None) -> bool:
    """Whether `body` comes from who knows `secret`, within five minutes."""
    name, moment = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not (name and moment.isascii() and moment.isdigit() and len(moment) < 16):
        return False
    if abs((now or time.time()) - int(moment)) > SECONDS_OF_GRACE:
        return False
    expected = sign(body, name, moment, secret=secret)
    given = [word.removeprefix("v1,") for word in headers.get("webhook-signature", "").split()]
    return any(hmac.compare_digest(expected.encode(), word.encode()) for word in given)


def sign(body: bytes, name: str, moment: str, *, secret: str) -> str:
    signed = f"{name}.{moment}.".encode() + body
    return base64.b64encode(hmac.digest(key_of(secret), signed, hashlib.sha256)).decode()


def key_of(secret: str) -> bytes:
    """The secret as providers show it begins with ``whsec_`` and is base64; any other text is taken as it is."""
    if not secret.startswith(PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        return secret.encode()


def bounces_told(body: bytes) -> list[Bounce]:
    """The addresses of an ``email.bounced`` event that are permanent failures. ValueError if it is no JSON object."""
    event = json.loads(body)
    if not isinstance(event, dict):
        raise ValueError("not an object")
    data = _object(event.get("data"))
    bounce = _object(data.get("bounce"))
    is_passing = str(bounce.get("type", "")).lower() in ("transient", "temporary", "soft")
    if event.get("type") != "email.bounced" or is_passing:
        return []
    to = data.get("to")
    addresses = to if isinstance(to, list) else [to]
    return [(address, str(bounce.get("status", ""))) for address in addresses if isinstance(address, str)]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
