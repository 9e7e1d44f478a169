import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import get_template

from submissions.notifications.base import NOTIFICATIONS, Notification, register
from submissions.workflow import TRANSITIONS

NOT_MAILED = {"start_review", "propose"}


class Complete(Notification):
    name = "complete"
    subject = "お知らせ"
    template = "submissions/mail/arrived.txt"


@pytest.mark.parametrize("part", ["name", "subject", "template"])
def test_an_incomplete_notification_is_refused(part: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=part):
        register(type("Incomplete", (Complete,), {part: ""}))
    assert "complete" not in NOTIFICATIONS


@pytest.mark.parametrize("transition", ["propose", "no_such_move", "submit"])
def test_what_is_internal_unknown_or_told_already_is_refused(transition: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=transition):
        register(type("Wrong", (Complete,), {"transitions": (transition,)}))


def test_a_name_is_given_once() -> None:
    with pytest.raises(ImproperlyConfigured, match="two notifications"):
        register(type("Twin", (Complete,), {"name": "arrived"}))


def test_every_move_that_concerns_the_applicant_is_told() -> None:
    told = {transition for notification in NOTIFICATIONS.values() for transition in notification.transitions}
    assert set(TRANSITIONS) - told == NOT_MAILED


@pytest.mark.django_db
@pytest.mark.parametrize("notification", NOTIFICATIONS.values(), ids=lambda notification: notification.name)
def test_every_template_is_there(notification: Notification) -> None:
    assert get_template(notification.template).render({"submission": None}) is not None
