from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from accounts.enums import WRITING_ROLES, AgentPower
from accounts.models import ApplicantProfile
from accounts.models.agency import live_agencies
from accounts.standing import can_use

from ..corrections import confine, paths_to_correct
from ..models import Attachment, DraftAnswers, FormVersion, Submission
from ..numbers import new_reference
from ..permissions import is_applicant
from ..places import places_left
from ..queries import current_form, may_start
from ..refusals import NotAllowed, NotOpen, QuotaReached, WrongApplicantKind, WrongState
from ..schema import Field
from ..schema.carrying import still_doubtful
from ..schema.kinds import KINDS
from ..schema.raw import storable
from ..schema.removed import after_change, revives
from ..schema.rows import with_leaders
from .bounds import refuse_bulk, refuse_crowds
from .transition import lock


@dataclass(frozen=True, slots=True)
class Saved:
    """`version` is what the page that saved has now seen; `conflicts` were changed elsewhere since, and kept."""

    version: int
    conflicts: dict[str, Any] = field(default_factory=dict)
    """Field key -> the value that stands in the draft."""
    stamps: Mapping[str, int] = field(default_factory=dict)
    """Field key -> the version that last changed it."""


@transaction.atomic
def start_draft(page: Page, *, user: Any, profile: ApplicantProfile) -> Submission:
    """Open a draft of the form that `page` offers now, prefilled from the profile: by a member, or by an agent."""
    agent = _agent_who_begins(page, profile, user)
    version = current_form(page)
    if version is None or not may_start(page, timezone.now()):
        raise NotOpen
    if places_left(page.pk) == 0:
        raise QuotaReached
    if profile.kind not in version.handling.applicant_kinds:
        raise WrongApplicantKind
    submission = Submission.objects.create(
        reference=new_reference(),
        form_version=version,
        procedure_id=page.pk,
        department_id=version.department_id,
        kind=version.handling.kind,
        profile=profile,
        applicant=user,
        agent=agent,
    )
    DraftAnswers.objects.create(submission=submission, answers=prefilled(version, profile))
    return submission


def _agent_who_begins(page: Page, profile: ApplicantProfile, user: Any) -> ApplicantProfile | None:
    """None for a member who may write; NotAllowed for whoever is neither."""
    membership = profile.memberships.filter(user=user).first()
    if membership is not None and membership.role in WRITING_ROLES:
        return None
    agencies = () if membership is not None else live_agencies(user).filter(principal=profile)
    for appointment in agencies:
        if appointment.covers(page.pk) and can_use(appointment, AgentPower.APPLY):
            return appointment.agent
    raise NotAllowed


def prefilled(version: FormVersion, profile: ApplicantProfile) -> dict[str, Any]:
    """The answers that the profile already gives."""
    answers = {}
    for question in version.schema.fields:
        value = getattr(profile, question.prefill, None) if question.prefill else None
        if value:
            answers[question.key] = value if isinstance(value, dict) else str(value)
    return answers


@transaction.atomic
def save_draft(
    submission: Submission,
    changes: dict[str, Any],
    *,
    user: Any,
    base_version: int | None = None,
    seen: Mapping[str, int] | None = None,
    overwrite: bool = False,
) -> Saved:
    """Store what was typed, right or wrong, under top-level field keys (a group's value is its list of rows).

    With `base_version`, a field that somebody else changed since that version is left as it is and reported, unless
    `overwrite`. `seen` names later versions of single fields, which the same page saved itself. Unknown keys are
    dropped; in a correction, so is everything that is not open. A row that goes is kept beside the answers until the
    draft is sent. TooMuch if it would become larger than any form asks for.
    """
    draft = lock_draft(submission, user=user)
    refuse_crowds(submission.schema, draft.answers, changes)
    known = {question.key: question for question in submission.schema.fields if KINDS[question.kind].is_typed}
    open_paths = paths_to_correct(submission)
    conflicts: dict[str, Any] = {}
    is_changed = False
    for key, typed in storable(changes).items():
        value = typed if open_paths is None else confine(key, draft.answers.get(key), typed, open_paths)
        if key not in known or draft.answers.get(key) == value:
            continue
        base = None if base_version is None else max(base_version, (seen or {}).get(key, 0))
        if base is not None and not overwrite and is_changed_since(draft, known[key], value, base):
            conflicts[key] = draft.answers.get(key)
            continue
        if KINDS[known[key].kind].has_rows:
            draft.removed = after_change(draft.removed, key, draft.answers.get(key), value)
        draft.doubts = still_doubtful(draft.doubts, key, draft.answers.get(key), value)
        draft.answers[key] = value
        draft.stamps[key] = draft.version + 1
        is_changed = True
    if is_changed:
        draft.answers.update(following(submission, draft))
        refuse_bulk(draft)
        draft.version += 1
        draft.save(update_fields=["answers", "stamps", "removed", "doubts", "version", "saved_at"])
    return Saved(draft.version, conflicts, draft.stamps)


def following(submission: Submission, draft: DraftAnswers) -> dict[str, Any]:
    """The groups that follow another list, with a row for everything in that list, for files to hang on."""
    if submission.schema.is_static:
        return {}
    evaluation = submission.evaluate(draft.answers)
    groups = [field for field in submission.schema.fields if "follows" in field.options]
    return {group.key: with_leaders(draft.answers.get(group.key), evaluation.form.leaders(group)) for group in groups}


def is_changed_since(draft: DraftAnswers, question: Field, value: Any, base_version: int) -> bool:
    """Somebody else changed the answer, or removed a row that `value` says something new about, whenever it went."""
    has_rows = KINDS[question.kind].has_rows
    return draft.stamps.get(question.key, 0) > base_version or (has_rows and revives(draft.removed, question, value))


def lock_draft(submission: Submission, *, user: Any) -> DraftAnswers:
    """The draft of a case that `user` may type into, held until the transaction ends.

    WrongState if it moved to another form since `submission` was read: what comes was typed into the old one.
    """
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    draft = held_draft(submission)
    if not Submission.objects.filter(pk=submission.pk, form_version=submission.form_version_id).exists():
        raise WrongState
    return draft


def held_draft(submission: Submission) -> DraftAnswers:
    """The draft of a case, held until the transaction ends, for callers that know who asks."""
    draft = DraftAnswers.objects.select_for_update(of=("self",)).filter(submission_id=submission.pk).first()
    if draft is None:
        raise WrongState
    return draft


@transaction.atomic
def discard_draft(submission: Submission, *, user: Any) -> None:
    """Delete a draft that was never sent, with its files. The only deletion of a case there is."""
    submission = lock(submission)
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    if submission.number is not None:
        raise WrongState
    for attachment in submission.attachments.all():
        delete_files(attachment)
    submission.attachments.all().delete()
    submission.uploads.all().delete()
    DraftAnswers.objects.filter(submission=submission).delete()
    submission.delete()


def delete_files(attachment: Attachment) -> None:
    """Take the files of an attachment out of the storage once its row is gone for good."""
    for stored in (attachment.file, attachment.thumbnail):
        if stored and stored.name:
            transaction.on_commit(partial(stored.storage.delete, stored.name))
