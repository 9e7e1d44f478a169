from datetime import date, timedelta

import pytest
from freezegun import freeze_time

from submissions.actions import (
    add_note,
    approve,
    assign,
    decide,
    perform,
    propose,
    record_access,
    request_correction,
    resubmit,
)
from submissions.actions.transition import event_content
from submissions.deadlines import today
from submissions.enums import AccessKind, GrantRole, Outcome, State
from submissions.evidence import event_hash
from submissions.models import Decision, Submission
from submissions.refusals import CommentRequired, NotAllowed, OpenCorrection, OwnDraft, Refused
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def test_a_refusal_needs_a_reason() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    with pytest.raises(CommentRequired):
        decide(case, user=reviewer, outcome=Outcome.REFUSED, reason=" 　")
    case.refresh_from_db()
    assert (case.state, Decision.objects.count()) == (State.IN_REVIEW, 0)


def test_a_decision_issues_a_numbered_notice() -> None:
    case = SubmissionFactory(in_review=True)
    notice = decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED)
    assert (notice.sequence, notice.title) == (1, "交付決定通知書")
    assert notice.document_number == f"{case.department.symbol}第1号"
    case.refresh_from_db()
    assert (case.state, case.decided_at is not None) == (State.GRANTED, True)


def test_the_drafter_never_approves() -> None:
    case = SubmissionFactory(in_review=True, form_version=FormVersionFactory(has_approval=True))
    both = StaffMember(case.department, GrantRole.REVIEW)
    both.groups.add(*StaffMember(case.department, GrantRole.DECIDE).groups.all())
    propose(case, user=both, outcome=Outcome.GRANTED)
    with pytest.raises(OwnDraft):
        approve(case, user=both)
    approve(case, user=StaffMember(case.department, GrantRole.DECIDE))
    case.refresh_from_db()
    assert case.state == State.GRANTED


def test_a_draft_sent_back_is_kept_and_a_new_one_can_be_made() -> None:
    case = SubmissionFactory(awaiting_decision=True)
    approver = StaffMember(case.department, GrantRole.DECIDE)
    perform("send_back", case, user=approver, comment="確認し直します。", internal_comment="根拠が足りません。")
    propose(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.REFUSED, reason="要件外")
    approve(case, user=approver)
    case.refresh_from_db()
    assert case.state == State.REFUSED
    assert [decision.outcome for decision in case.decisions.all()] == ["refused", "granted"]


def test_nothing_is_decided_while_a_correction_is_open() -> None:
    case = SubmissionFactory(in_correction=True)
    with pytest.raises(OpenCorrection):
        decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED)


def test_nobody_decides_on_a_case_of_their_own() -> None:
    case = SubmissionFactory(in_review=True)
    case.applicant.groups.add(*StaffMember(case.department, GrantRole.REVIEW).groups.all())
    with pytest.raises(NotAllowed):
        decide(case, user=case.applicant, outcome=Outcome.GRANTED)


@pytest.mark.parametrize(
    ("items", "days"), [({}, 10), ({"reason": " "}, 10), ({"nothing": "直す"}, 10), ({"reason": "直す"}, 0)]
)
def test_a_correction_names_items_remarks_and_a_later_day(items: dict[str, str], days: int) -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    with pytest.raises(Refused):
        request_correction(case, user=reviewer, items=items, comment="補正", due_on=today() + timedelta(days=days))
    assert Submission.objects.get().state == State.IN_REVIEW


def test_the_clock_stops_during_a_correction() -> None:
    with freeze_time("2026-06-01 10:00:00+09:00"):
        case = SubmissionFactory(in_correction=True)
    assert case.due_on == date(2026, 6, 29)
    with freeze_time("2026-06-08 10:00:00+09:00"):
        again = resubmit(case, user=case.applicant)
    assert (again.due_on, again.clock_stopped_on) == (date(2026, 7, 6), None)


def test_only_people_who_see_the_case_are_put_in_charge() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    reviewer, stranger = (StaffMember(found.department, GrantRole.REVIEW) for found in (case, other))
    with pytest.raises(NotAllowed):
        assign(case, user=reviewer, assignee=stranger)
    assign(case, user=reviewer, assignee=reviewer)
    assert Submission.objects.get(pk=case.pk).assignee == reviewer
    assert case.events.last().name == "assigned"


def test_viewers_neither_note_nor_assign() -> None:
    case = SubmissionFactory()
    viewer = StaffMember(case.department, GrantRole.VIEW)
    with pytest.raises(NotAllowed):
        add_note(case, user=viewer, body="メモ")
    with pytest.raises(NotAllowed):
        assign(case, user=viewer, assignee=viewer)


def test_who_looked_is_kept() -> None:
    case = SubmissionFactory()
    viewer = StaffMember(case.department, GrantRole.VIEW)
    record = record_access(case, user=viewer, kind=AccessKind.VIEW)
    assert (record.department, list(case.access_records.all())) == (case.department, [record])


def test_events_form_a_chain_that_shows_any_change() -> None:
    case = SubmissionFactory(granted=True)
    previous = ""
    for event in case.events.all():
        assert (event.previous_hash, event.hash) == (previous, event_hash(previous, event_content(event)))
        previous = event.hash
    event.comment = "書き換え"
    assert event_hash(event.previous_hash, event_content(event)) != event.hash


def test_events_are_never_edited() -> None:
    event = SubmissionFactory().events.get()
    with pytest.raises(TypeError):
        event.save()
