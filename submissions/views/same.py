"""同上: an address, a name or a telephone number that is the same as another one need not be typed twice."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import ApplicantProfile

from ..forms.builder import StepForm
from ..forms.items import Item
from ..models import Submission
from ..schema.carrying import answer_at
from ..schema.kinds import KINDS
from ..schema.paths import holder_of

APPLICANT = "applicant"
OF_PROFILE = {"address": "address", "name": "name_pair", "tel": "phone"}
"""By the kinds that may be filled so, what the profile gives."""


def show_same(form: StepForm) -> None:
    """Offer the answer above, of the same kind on this page; where there is none above, that of the applicant.

    Not where the profile fills the question in by itself, and not for what is marked sensitive.
    """
    above: dict[str, tuple[str, str]] = {}
    for item in form.items:
        _offer(item, above)
        before: dict[str, tuple[str, str]] = {}
        for row in item.rows:
            for cell in row.items:
                _offer(cell, {cell.question.kind: before[cell.question.key]} if cell.question.key in before else {})
                before[cell.question.key] = (cell.path, f"{row.label}: {cell.question.label}")


def _offer(item: Item, above: dict[str, tuple[str, str]]) -> None:
    question = item.question
    if item.kind != "question" or question.kind not in OF_PROFILE or question.sensitive:
        return
    source, label = above.get(question.kind, (APPLICANT, _("the applicant")))
    if not item.is_locked and not question.prefill:
        item.same = (f"{item.path}:{source}", label)
    above[question.kind] = (item.path, question.label)


def fill_same(changes: dict[str, Any], order: str, submission: Submission, request: HttpRequest) -> str:
    """Fill the answer at the path of ``path:source``; gives the anchor of the place to show next.

    An order that names no question of such a kind, or two of different kinds, changes nothing.
    """
    path, _colon, source = order.partition(":")
    kind = _kind_at(submission, path)
    if kind not in OF_PROFILE or (source != APPLICANT and _kind_at(submission, source) != kind):
        return ""
    is_applicant = source == APPLICANT
    value = of_profile(submission.profile, kind) if is_applicant else answer_at(changes, source)
    if KINDS[kind].is_blank(value):
        messages.warning(request, _("There is nothing to take over yet. Fill in the other answer first."))
    else:
        put_at(changes, path, dict(value) if isinstance(value, dict) else value)
    return f"#q-{path}"


def of_profile(profile: ApplicantProfile, kind: str) -> Any:
    return getattr(profile, OF_PROFILE[kind])


def put_at(changes: dict[str, Any], path: str, value: Any) -> None:
    place = holder_of(changes, path)
    if place is not None:
        place[0][place[1]] = value


def _kind_at(submission: Submission, path: str) -> str:
    question = submission.schema.field(path.rpartition(".")[2])
    return question.kind if question else ""
