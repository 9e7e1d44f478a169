"""The registry of notifications: which event is told to the applicant, and in which words."""

from typing import Any, ClassVar

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from ..enums import Happening
from ..models import Event
from ..workflow import TRANSITIONS


class Notification:
    """One kind of message. It may name the case's number and a day, but no person, reason, outcome or procedure."""

    name: ClassVar[str] = ""
    subject: ClassVar[str | Promise] = ""
    template: ClassVar[str] = ""
    """A text template; gets what `submissions.notifications.message` says and `context`."""
    transitions: ClassVar[tuple[str, ...]] = ()
    """The moves of a case that are told with it; empty for one that is sent on another occasion."""
    happenings: ClassVar[tuple[Happening, ...]] = ()
    """What else is told with it, beside moves."""
    place: ClassVar[str] = "case"
    """The page that it leads to, whose opening counts as having read it: ``case``, ``messages`` or ``notice``."""
    is_optional: ClassVar[bool] = False
    """The applicant may do without the mail: no deadline and no right depends on it."""
    waits_for_notice: ClassVar[bool] = False
    """Not sent before the paper can be fetched."""

    def context(self, event: Event) -> dict[str, Any]:
        return {}


NOTIFICATIONS: dict[str, Notification] = {}
_by_event: dict[str, Notification] = {}


def register(kind: type[Notification]) -> type[Notification]:
    """Put `kind` into use. ImproperlyConfigured if it is incomplete, taken, or would tell what is internal."""
    notification = kind()
    missing = [part for part in ("name", "subject", "template") if not getattr(kind, part)]
    if missing:
        raise ImproperlyConfigured(f"The notification {kind.__name__} lacks: {', '.join(missing)}.")
    if notification.name in NOTIFICATIONS:
        raise ImproperlyConfigured(f"There are two notifications named {notification.name}.")
    for transition in kind.transitions:
        if transition not in TRANSITIONS or TRANSITIONS[transition].is_internal or transition in _by_event:
            raise ImproperlyConfigured(f"{kind.__name__} cannot tell of the transition {transition!r}.")
    NOTIFICATIONS[notification.name] = notification
    _by_event.update(dict.fromkeys((*kind.transitions, *kind.happenings), notification))
    return kind


def notification_for(event: Event) -> Notification | None:
    """What tells of `event`; None if nothing does."""
    return _by_event.get(event.name)


def names_at(place: str) -> list[str]:
    """The notifications that lead to `place`."""
    return [name for name, notification in NOTIFICATIONS.items() if notification.place == place]
