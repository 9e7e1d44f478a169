"""Links that open something once: mailed in full, kept as a hash."""

import hashlib
import secrets


def new_token() -> tuple[str, str]:
    """The text for the link, and what is kept of it."""
    token = secrets.token_urlsafe(32)
    return token, sha256_of_token(token)


def sha256_of_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
