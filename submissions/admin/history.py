"""The events of a case in words, newest first, with what only staff may read."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ..enums import Actor, Happening
from ..models import Event, Submission
from ..queries import happening_in_words
from ..workflow import TRANSITIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    label: str | Promise
    happened_at: datetime
    actor: str
    comment: str = ""
    internal_comment: str = ""
    items: tuple[str, ...] = ()
    due_on: date | None = None


def history_of(submission: Submission) -> list[Line]:
    events = list(submission.events.select_related("actor").order_by("-sequence"))
    assignees = {event.data.get("assignee") for event in events if event.name == "assigned"}
    names = {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=assignees - {None})}
    items = {item.path: item.label for c in submission.corrections.all() for item in c.items.all()}
    return [_line(event, names, items) for event in events]


def _side(event: Event) -> str:
    """The applicant, and which member or agent it was: never a login ID."""
    by, agent = event.data.get("by", ""), event.data.get("agent", "")
    if agent:
        return _("Agent of the applicant: %(agent)s (%(name)s)") % {"agent": agent, "name": by}
    return f"{_('Applicant')}（{by}）" if by else _("Applicant")


def _line(event: Event, names: dict[Any, str], items: dict[str, str]) -> Line:
    due_on = event.data.get("due_on")
    return Line(
        label=_label(event, names),
        happened_at=event.happened_at,
        actor=_side(event) if event.actor_role == Actor.APPLICANT else str(event.actor or ""),
        comment=event.comment,
        internal_comment=event.internal_comment,
        items=tuple(items.get(path, path) for path in event.data.get("items", ())),
        due_on=date.fromisoformat(due_on) if due_on else None,
    )


def _label(event: Event, names: dict[Any, str]) -> str | Promise:
    if event.name in TRANSITIONS:
        return TRANSITIONS[event.name].done
    if event.name in Happening:
        return happening_in_words(event)
    if event.name != "assigned":
        return event.name
    assignee = event.data.get("assignee")
    if assignee is None:
        return _("Nobody is in charge any more")
    return _("%(name)s took charge") % {"name": names.get(assignee, "")}
