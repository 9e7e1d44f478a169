"""The link by which the reader of the former address stops, or undoes, a change of the e-mail address."""

from typing import NamedTuple

from django.core import signing
from django.urls import reverse

from .models import User

DAYS = 7
SALT = "accounts.email_change"


class Change(NamedTuple):
    user: User
    former_email: str


def stop_path(user: User, former_email: str) -> str:
    """Where `former_email` is put back. Whoever reads the mails of that address may do so for `DAYS` days."""
    token = signing.dumps({"user": user.pk, "email": former_email}, salt=SALT, compress=True)
    return reverse("accounts:stop_email_change", args=[token])


def change_of(token: str) -> Change | None:
    """None for a link that is broken, too old, or whose login is gone."""
    try:
        said = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 60 * 60)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=said["user"], is_active=True).first()
    return Change(user, said["email"]) if user else None
