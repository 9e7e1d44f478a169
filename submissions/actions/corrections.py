from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed

from ..deadlines import today
from ..models import AnswerSet, CorrectionItem, CorrectionRequest, DraftAnswers, Submission
from ..refusals import Refused
from ..schema.kinds import KINDS
from ..schema.paths import groups_at, walk
from ..workflow import TRANSITIONS
from .transition import check, lock, move


@transaction.atomic
def request_correction(
    submission: Submission, *, user: Any, items: Mapping[str, str], comment: str, due_on: date
) -> CorrectionRequest:
    """Ask the applicant to mend single answers (補正, 行政手続法 第7条). Only these open; the clock stops.

    `items` maps a path of the filed answers (or the key of a repeating group) to the remark about it.
    """
    submission = lock(submission)
    transition = TRANSITIONS["request_correction"]
    check(transition, submission, user=user, comment=comment)
    _check_items(items, due_on)
    filed = submission.answer_sets.get(round=submission.round)
    labels = paths_and_labels(filed)
    unknown = [path for path in items if path not in labels]
    if unknown:
        raise Refused(_("The case has no such item. Reload the page and choose again."))
    correction = CorrectionRequest.objects.create(
        submission=submission, round=submission.round, comment=as_typed(comment), due_on=due_on, requested_by=user
    )
    CorrectionItem.objects.bulk_create(
        CorrectionItem(correction=correction, path=path, label=labels[path], remark=as_typed(remark))
        for path, remark in items.items()
    )
    DraftAnswers.objects.create(submission=submission, answers=filed.answers)
    data = {"due_on": due_on.isoformat(), "items": list(items)}
    move(transition, submission, user=user, comment=comment, data=data)
    return correction


def paths_and_labels(filed: AnswerSet) -> dict[str, str]:
    """Everything that can be sent back for correction: every typed answer, and every group as a whole."""
    evaluation = filed.evaluation
    labels = {found.path: found.label for found in walk(evaluation) if KINDS[found.field.kind].is_typed}
    groups = {path: group.label for path, group in groups_at(evaluation) if "follows" not in group.options}
    return {**labels, **groups}


def _check_items(items: Mapping[str, str], due_on: date) -> None:
    if not items:
        raise Refused(_("Choose at least one item that the applicant is to mend."))
    if not all(as_typed(remark) for remark in items.values()):
        raise Refused(_("Write for each item what the applicant is to mend."))
    if due_on <= today():
        raise Refused(_("Choose a deadline after today."))
