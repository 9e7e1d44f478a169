"""What the office does beside moving a case: who is in charge, private notes, the record of who looked."""

from typing import Any

from django.db import transaction

from ..enums import AccessKind, Actor, GrantRole
from ..models import AccessRecord, Note, Submission
from ..permissions import grants_of
from ..refusals import NotAllowed, Refused
from .transition import lock, record


@transaction.atomic
def assign(submission: Submission, *, user: Any, assignee: Any | None) -> Submission:
    """Put somebody of the responsible office in charge, or nobody."""
    submission = lock(submission)
    _require_reviewer(submission, user)
    if assignee is not None and not grants_of(assignee).allow(GrantRole.VIEW, submission):
        raise NotAllowed
    if submission.assignee_id == getattr(assignee, "pk", None):
        return submission
    submission.assignee = assignee
    submission.save(update_fields=["assignee"])
    data = {"assignee": getattr(assignee, "pk", None)}
    record(submission, "assigned", user=user, role=Actor.REVIEWER, from_state=submission.state, data=data)
    return submission


def add_note(submission: Submission, *, user: Any, body: str) -> Note:
    """Keep a private note beside the case."""
    _require_reviewer(submission, user)
    if not body.strip():
        raise Refused
    return Note.objects.create(submission=submission, author=user, body=body.strip())


def record_access(submission: Submission, *, user: Any, kind: AccessKind, detail: str = "") -> AccessRecord:
    """Keep that a staff member looked; the applicant can see it."""
    return AccessRecord.objects.create(
        submission=submission, user=user, department_id=submission.department_id, kind=kind, detail=detail[:255]
    )


def _require_reviewer(submission: Submission, user: Any) -> None:
    grants = grants_of(user)
    if not (grants.allow(GrantRole.REVIEW, submission) or grants.allow(GrantRole.DECIDE, submission)):
        raise NotAllowed
