"""Mail says little: nothing of the outcome, the reason, the person or the procedure may leave with it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import translation

from accounts.japanese.eras import both_calendars
from submissions.actions import approve, decide, perform, propose, request_correction
from submissions.deadlines import today
from submissions.enums import Delivery, GrantRole, Outcome
from submissions.models import Event, Submission
from submissions.notifications.base import NOTIFICATIONS, notification_for
from submissions.notifications.message import Message, compose
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import ANSWERS, FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db
SECRET = {
    "name": "秘密野　秘子",
    "reason": "秘密の理由",
    "procedure": "秘密の手続",
    "granted": "秘密許可書",
    "refused": "秘密拒否書",
    "street": "秘密町1-2",
    "phone": "06-9999-0000",
    "answer": "秘密の答え",
}
OUTCOME_WORDS = (
    "交付",
    "許可",
    "決定",
    "却下",
    "返戻",
    "受理",
    "承認",
    "ranted",
    "efused",
    "eturned",
    "ccepted",
    "ecided",
)


def secret_case(**values: object) -> Submission:
    version = FormVersionFactory(
        title=SECRET["procedure"], granted_title=SECRET["granted"], refused_title=SECRET["refused"], **values
    )
    profile = ProfileFactory(name=SECRET["name"], name_kana="ヒミツノ", street=SECRET["street"], phone=SECRET["phone"])
    return SubmissionFactory(form_version=version, profile=profile, answers={**ANSWERS, "reason": SECRET["answer"]})


def message_about(event: Event) -> Message:
    notification = notification_for(event)
    assert notification is not None
    return compose(notification, event)


def leaks(message: Message) -> list[str]:
    text = f"{message.subject}\n{message.body}"
    return [word for word in (*SECRET.values(), "ヒミツ", "秘密", *OUTCOME_WORDS) if word in text]


@pytest.mark.parametrize("outcome", [Outcome.GRANTED, Outcome.REFUSED])
@pytest.mark.parametrize("has_approval", [True, False])
def test_a_decision_is_told_without_its_outcome(outcome: Outcome, has_approval: bool) -> None:
    case = secret_case(has_approval=has_approval)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    perform("start_review", case, user=reviewer)
    if has_approval:
        propose(case, user=reviewer, outcome=outcome, reason=SECRET["reason"])
        approve(case, user=StaffMember(case.department, GrantRole.DECIDE))
    else:
        decide(case, user=reviewer, outcome=outcome, reason=SECRET["reason"])
    assert leaks(message_about(case.events.latest("sequence"))) == []


def test_grant_and_refusal_are_told_in_the_same_words() -> None:
    granted, refused = (SubmissionFactory(**{state: True}) for state in ("granted", "refused"))
    bodies = [message_about(case.events.latest("sequence")).body.splitlines()[:3] for case in (granted, refused)]
    assert bodies[0] == bodies[1]


def test_a_return_is_told_in_the_words_of_a_notice() -> None:
    case = secret_case()
    perform("return", case, user=StaffMember(case.department, GrantRole.REVIEW), comment=SECRET["reason"])
    message, notice = message_about(case.events.latest("sequence")), NOTIFICATIONS["notice_available"]
    assert (leaks(message), str(notice.subject) in message.subject) == ([], True)


def test_a_correction_is_told_with_its_day_but_without_what_is_wrong() -> None:
    case, due_on = secret_case(), today() + timedelta(days=14)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    request_correction(case, user=reviewer, items={"reason": SECRET["reason"]}, comment=SECRET["reason"], due_on=due_on)
    event = case.events.latest("sequence")
    assert (leaks(message_about(event)), both_calendars(due_on) in message_about(event).body) == ([], True)
    assert both_calendars(due_on) in compose(NOTIFICATIONS["correction_reminder"], event).body


def test_the_message_names_site_number_page_and_office() -> None:
    case = secret_case()
    message = message_about(case.events.get())
    assert message.subject.startswith(f"【{settings.WAGTAIL_SITE_NAME}】")
    assert message.subject.endswith(f"（{case.display_number}）")
    expected = [f"{settings.PUBLIC_BASE_URL}/mypage/{case.reference}/", case.department.name, case.department.phone]
    assert ([text for text in expected if text not in message.body], leaks(message)) == ([], [])


def test_signs_are_written_plainly() -> None:
    case = SubmissionFactory()
    case.department.name = "R&D <課>"
    assert "R&D <課>" in message_about(Event(submission=case, name="submit")).body


def test_the_message_does_not_follow_the_language_of_whoever_acts() -> None:
    event = SubmissionFactory().events.get()
    expected = message_about(event)
    with translation.override("en"):
        assert message_about(event) == expected


def test_who_chose_paper_is_told_that_it_comes_by_post() -> None:
    case = SubmissionFactory(granted=True)
    event = case.events.latest("sequence")
    online = message_about(event).body
    event.submission.delivery = Delivery.PAPER
    assert len(message_about(event).body.splitlines()) == len(online.splitlines()) + 1
