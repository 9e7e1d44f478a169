"""Where a case stands, in plain words."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..enums import Happening, State
from ..models import Event, Submission
from ..queries import happening_in_words
from ..workflow import TRANSITIONS

SENTENCES: dict[State, str | Promise] = {
    State.ARRIVED: _("It has arrived at the office. The review has not begun yet; you need not do anything."),
    State.IN_REVIEW: _("The office is checking what you sent. You need not do anything."),
    State.CORRECTION_REQUESTED: _("The office waits for you: please mend the items below and send them."),
    State.GRANTED: _("The review has ended. The result is in the notice."),
    State.REFUSED: _("The review has ended. The result and the reason are in the notice."),
    State.ACCEPTED: _("The office has accepted what you notified. Nothing more is needed."),
    State.RETURNED: _("The office has returned it without a decision. The reason is in the history below."),
    State.WITHDRAWN: _("You have withdrawn it. The procedure has ended."),
}


def standing(case: Submission) -> str:
    """Approval inside the office reads as review."""
    state = State.IN_REVIEW if case.status is State.AWAITING_DECISION else case.status
    if state is State.IN_REVIEW and case.is_corrected:
        return str(_("Your correction has arrived and the office is checking it. You need not do anything."))
    return str(SENTENCES[state])


def timeline(submission: Submission) -> list[dict[str, Any]]:
    """The history in the words of the workflow; what is internal to the office is left out. Newest first."""
    events: list[Event] = list(submission.events.all())
    return [entry for event in reversed(events) if (entry := _entry(event, submission))]


def _entry(event: Event, submission: Submission) -> dict[str, Any] | None:
    if event.name in Happening:
        url = reverse("submissions:messages", args=[submission.reference]) if "message" in event.data else ""
        return {"when": event.happened_at, "title": happening_in_words(event), "text": event.comment, "url": url}
    arrow = TRANSITIONS.get(event.name)
    if arrow is None or arrow.is_internal:
        return None
    by, agent = event.data.get("by", ""), event.data.get("agent", "")
    return {"when": event.happened_at, "title": arrow.done, "text": event.comment, "by": by, "agent": agent}
