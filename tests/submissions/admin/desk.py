"""The review desk as a member of staff reaches it."""

from typing import Any

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from submissions.enums import ScanState
from submissions.models import Attachment, Submission


def desk(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(name: str, case: Submission, *args: Any) -> str:
    return reverse(f"case_admin:{name}", args=[case.pk, *args])


def shown(client: Client, **query: Any) -> list[Submission]:
    response = client.get(reverse("case_admin:index"), query)
    assert response.status_code == 200
    return list(response.context["object_list"])


def attach(case: Submission, content: bytes, content_type: str = "image/png", **values: Any) -> Attachment:
    """A clean file of `case`."""
    fields = {"path": "photo", "name": "店.png", "size": len(content), "sha256": "0" * 64, **values}
    state = fields.setdefault("scan_state", ScanState.CLEAN)
    fields.setdefault("scanned_at", timezone.now() if state in ScanState.judged else None)
    fields.setdefault("threat", "Test.Signature" if state == ScanState.INFECTED else "")
    attachment = Attachment(submission=case, content_type=content_type, uploaded_by=case.applicant, **fields)
    attachment.file.save(f"{attachment.pk}", ContentFile(content))
    attachment.save()
    return attachment
