from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.japanese.normalise import search_key
from accounts.models import ApplicantProfile, Consent
from accounts.queries import terms_to_agree

from ..chain.facts import answers_hash, round_facts
from ..deadlines import add_business_days
from ..enums import Delivery, State
from ..models import AcceptancePeriod, AnswerSet, Attachment, DraftAnswers, Submission
from ..numbers import new_number
from ..permissions import is_applicant
from ..places import places_left
from ..queries import may_send
from ..refusals import (
    ConsentRequired,
    DeliveryRequired,
    Incomplete,
    NotAllowed,
    NotOpen,
    QuotaReached,
    VersionClosed,
    WrongState,
)
from ..schema import Field
from ..schema.delivery import answered_delivery, asks_delivery
from ..schema.evaluation import Evaluation
from ..schema.kinds import KINDS
from ..schema.paths import walk
from ..schema.rows import rows_of
from ..schema.validation import Errors, check
from ..versions import is_too_late
from ..workflow import TRANSITIONS
from .by_whom import agent_snapshot
from .drafts import delete_files, held_draft
from .transition import lock, move

PROFILE_FIELDS_NOT_KEPT = ("id", "members")


@transaction.atomic
def submit(submission: Submission, *, user: Any, delivery: str) -> Submission:
    """File a draft. A second call, from a double click or another tab, changes nothing and returns the same case.

    The arrival (到達, デジタル手続法 第6条第3項) is the moment at which this transaction records it.
    """
    submission = lock(submission)
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    if submission.number is not None:
        return submission
    if terms_to_agree(user) is not None:
        raise ConsentRequired
    if not asks_delivery(submission.schema) and delivery not in Delivery.values:
        raise DeliveryRequired
    if is_too_late(submission, timezone.now()):
        raise VersionClosed
    values = _checked_answers(submission)
    delivery = answered_delivery(submission.schema, values) or delivery
    if delivery not in Delivery.values:
        raise DeliveryRequired
    take_place(submission)
    moment = timezone.now()
    if not may_send(submission, moment):
        raise NotOpen
    _mark_arrival(submission, moment, delivery)
    filed = file_round(submission, values, user=user, moment=moment)
    files, others = _filed_files(submission, values)
    for attachment in others:
        delete_files(attachment)
        attachment.delete()
    DraftAnswers.objects.filter(submission=submission).delete()
    move(TRANSITIONS["submit"], submission, user=user, data=round_facts(filed, files, terms=_terms_of(user)))
    return submission


@transaction.atomic
def resubmit(submission: Submission, *, user: Any) -> Submission:
    """File the correction that was asked for as a new round. Idempotent like `submit`."""
    submission = lock(submission)
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    if submission.state == State.IN_REVIEW and submission.round > 1:
        return submission
    if submission.state != State.CORRECTION_REQUESTED:
        raise WrongState
    values = _checked_answers(submission)
    _take_new_delivery(submission, values)
    submission.round += 1
    filed = file_round(submission, values, user=user, moment=timezone.now())
    files, _earlier = _filed_files(submission, values)
    move(TRANSITIONS["resubmit"], submission, user=user, data=round_facts(filed, files, terms=_terms_of(user)))
    return submission


def take_place(submission: Submission) -> None:
    """Where there is a quota, hold the row of the period until this transaction ends, so that nobody counts meanwhile.

    As late as can be: from here on, applications to this procedure wait for each other.
    """
    periods = AcceptancePeriod.objects.select_for_update().filter(quota__isnull=False)
    if periods.filter(page_id=submission.procedure_id).first() and not places_left(submission.procedure_id):
        raise QuotaReached


def _take_new_delivery(submission: Submission, values: dict[str, Any]) -> None:
    """A correction may change how the notice is to come; an answer that stays leaves what the office noted since."""
    filed = submission.answer_sets.get(round=submission.round).answers
    delivery = answered_delivery(submission.schema, values)
    if delivery and delivery != answered_delivery(submission.schema, filed):
        submission.delivery = delivery
        submission.delivery_chosen_at = timezone.now()


def file_round(submission: Submission, values: dict[str, Any], *, user: Any, moment: datetime) -> AnswerSet:
    """Freeze `values`, the profile and the agent who files, if one does, as the current round of the case."""
    applicant, agent = snapshot(submission.profile), agent_snapshot(user, submission)
    return AnswerSet.objects.create(
        submission=submission,
        round=submission.round,
        form_version=submission.form_version,
        answers=values,
        applicant=applicant,
        agent=agent,
        sha256=answers_hash(values, applicant, agent),
        filed_by=user,
        filed_at=moment,
    )


def snapshot(profile: ApplicantProfile) -> dict[str, str]:
    """The profile as plain texts, as it is now."""
    fields = model_to_dict(profile, exclude=PROFILE_FIELDS_NOT_KEPT)
    return {name: "" if value is None else str(value) for name, value in fields.items()}


def missing_files(submission: Submission, evaluation: Evaluation) -> Errors:
    """Answers that name a file which is not there, is another question's, or was found to be harmful.

    A file that the scanner has not spoken of yet hinders nobody.
    """
    named = {found.path: found.value for found in walk(evaluation) if KINDS[found.field.kind].has_files}
    attached = submission.attachments.all() if any(named.values()) else ()
    stored = {(attachment.path, str(attachment.pk)): attachment for attachment in attached}
    faults: Errors = {}
    for path, names in named.items():
        found = [stored.get((path, name)) for name in names or ()]
        if None in found:
            faults[path] = [_("Attach the file again: it did not arrive completely.")]
        elif harmful := [attachment for attachment in found if attachment and attachment.is_infected]:
            faults[path] = [
                _("“%(name)s” may hold a virus. Remove it and attach another file.") % {"name": attachment.name}
                for attachment in harmful
            ]
    return faults


def _filed_files(submission: Submission, values: dict[str, Any]) -> tuple[list[Attachment], list[Attachment]]:
    """The files that `values` name, and the others: of a question or a row that is there no more, or of earlier rounds.

    The others are nobody's business once a draft is sent; what was filed in a round stays.
    """
    named = set(_files_in(submission.schema.fields, values))
    attached = list(submission.attachments.filter(message=None))
    return [file for file in attached if str(file.pk) in named], [
        file for file in attached if str(file.pk) not in named
    ]


def _terms_of(user: Any) -> str:
    """SHA-256 of the terms of use that the person agreed to last; empty where there are none."""
    return (
        Consent.objects.filter(user=user).order_by("-agreed_at").values_list("terms__sha256", flat=True).first() or ""
    )


def _files_in(fields: Iterable[Field], values: dict[str, Any]) -> Iterator[str]:
    for field in fields:
        if KINDS[field.kind].has_rows:
            for row in rows_of(values.get(field.key)):
                yield from _files_in(field.fields, row)
        elif KINDS[field.kind].has_files:
            yield from (str(name) for name in values.get(field.key) or ())


def _checked_answers(submission: Submission) -> dict[str, Any]:
    evaluation = submission.evaluate(held_draft(submission).answers)
    values, errors = check(evaluation)
    errors.update(missing_files(submission, evaluation) if not errors else {})
    if errors:
        raise Incomplete(errors=errors)
    return values


def _mark_arrival(submission: Submission, moment: datetime, delivery: str) -> None:
    day = timezone.localdate(moment)
    number = new_number(day)
    while Submission.objects.filter(number=number).exists():
        number = new_number(day)
    profile, days = submission.profile, submission.handling.processing_days
    submission.number = number
    submission.arrived_at = moment
    submission.round = 1
    submission.due_on = add_business_days(day, days) if days else None
    submission.delivery = delivery
    submission.delivery_chosen_at = moment
    submission.applicant_name = profile.name
    submission.applicant_kana = profile.name_kana
    submission.search_key = search_key(f"{profile.name}|{profile.name_kana}|{profile.representative_kana}")[:500]
