from collections.abc import Callable
from typing import Any

from django.db import transaction

from ..enums import State
from ..models import DraftAnswers, FormVersion, Submission
from ..permissions import is_applicant
from ..queries import current_form
from ..refusals import NotAllowed, WrongApplicantKind, WrongState
from ..schema import Field, FormSchema
from ..schema.carrying import Carried, carry_over
from ..schema.kinds import file_kind
from .drafts import held_draft, lock_draft, prefilled
from .transition import lock


@transaction.atomic
def move_draft(submission: Submission, *, user: Any) -> Submission:
    """Take a draft over to the form that its procedure offers now, with every answer that fits; the owner asked for it.

    Answers to look at again are marked, what finds no place is kept beside them. On the newest form already, nothing
    happens: a second click moves once.
    """
    submission = lock(submission)
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    if submission.state != State.DRAFT:
        raise WrongState
    newest = current_form(submission.procedure)
    if newest is None or newest.pk == submission.form_version_id:
        return submission
    if submission.profile.kind not in newest.handling.applicant_kinds:
        raise WrongApplicantKind
    draft = held_draft(submission)
    carried = carry_over(submission.schema, newest.schema, draft.answers, fits=files_that_fit(submission))
    for key, value in prefilled(newest, submission.profile).items():
        if submission.schema.field(key) is None:
            carried.answers[key] = value
    _take_over(draft, carried, submission.form_version, newest.schema)
    submission.form_version = newest
    submission.department, submission.kind = newest.department, newest.handling.kind
    submission.save(update_fields=["form_version", "department", "kind"])
    return submission


@transaction.atomic
def confirm_answer(submission: Submission, path: str, *, user: Any) -> None:
    """The owner looked at the answer at `path` and leaves it as it is: its mark goes."""
    draft = lock_draft(submission, user=user)
    if draft.doubts.pop(path, None) is not None:
        draft.save(update_fields=["doubts", "saved_at"])


def files_that_fit(submission: Submission) -> Callable[[Field, str], bool]:
    """Whether an attached file would be accepted by a question, judged by what it was found to be when it came in."""
    stored = {str(attachment.pk): attachment for attachment in submission.attachments.all()}

    def fits(question: Field, name: str) -> bool:
        attachment = stored.get(name)
        if attachment is None:
            return False
        extension = (attachment.file.name or "").rpartition(".")[2]
        kind = file_kind(question)
        extensions = kind.extensions(question)
        allowed = {*extensions, *(("jpg",) if "heic" in extensions else ())}
        return extension in allowed and attachment.size <= kind.max_bytes(question)

    return fits


def _take_over(draft: DraftAnswers, carried: Carried, old: FormVersion, schema: FormSchema) -> None:
    changed = [key for key, value in carried.answers.items() if draft.answers.get(key) != value]
    draft.version += 1
    kept = {key: stamp for key, stamp in draft.stamps.items() if schema.field(key) is not None}
    draft.stamps = {**kept, **dict.fromkeys(changed, draft.version)}
    unsettled = {path: why for path, why in draft.doubts.items() if schema.field(path.rpartition(".")[2]) is not None}
    draft.doubts = {**unsettled, **carried.doubts}
    if carried.left:
        draft.earlier = [*draft.earlier, {"version": old.pk, "answers": carried.left}]
    draft.answers = carried.answers
    draft.removed = [entry for entry in draft.removed if schema.field(entry["group"]) is not None]
    draft.save(update_fields=["answers", "stamps", "doubts", "earlier", "removed", "version", "saved_at"])
