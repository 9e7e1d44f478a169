"""What the applicant will be told, shown before anything is done."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ..enums import Outcome, State
from ..models import Submission
from ..notices.content import notice_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`internal` stays in the office; everything else the applicant reads."""

    heading: str
    text: str = ""
    text_label: str | Promise = ""
    notice: str = ""
    """The title of the notice that will be issued, if one will."""
    delivery: str = ""
    state: str = ""
    items: tuple[tuple[str, str], ...] = ()
    due_on: date | None = None
    internal: str = ""


def told_of_decision(submission: Submission, outcome: str, reason: str, *, internal: str = "") -> Told:
    is_refusal = outcome == Outcome.REFUSED
    return Told(
        heading=str(Outcome(outcome).label),
        notice=notice_title(submission.handling, outcome),
        delivery=submission.get_delivery_display(),
        text=reason,
        text_label=_("Reason") if is_refusal else _("Conditions or remarks"),
        internal=internal,
    )


def told_of_move(target: State, text: str, *, internal: str = "") -> Told:
    return Told(
        heading=target.label_for_applicant,
        text=text,
        text_label=_("Message to the applicant"),
        internal=internal,
    )
