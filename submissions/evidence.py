"""Canonical JSON and the hash chain of a case's events."""

import hashlib
import json
from typing import Any


def canonical_json(data: Any) -> bytes:
    """One spelling for one content: sorted keys, no spaces, UTF-8."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256_of(data: Any) -> str:
    return hashlib.sha256(canonical_json(data)).hexdigest()


def event_hash(previous_hash: str, content: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal, of the previous hash followed by `content` as canonical JSON."""
    return hashlib.sha256(previous_hash.encode() + canonical_json(content)).hexdigest()
