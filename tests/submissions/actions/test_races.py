"""Two people at the same moment, on a real PostgreSQL: one wins, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from submissions.actions import (
    add_attachment,
    decide,
    discard_draft,
    move_draft,
    perform,
    publish_form,
    save_draft,
    set_acceptance,
    submit,
)
from submissions.enums import GrantRole, Outcome, State
from submissions.models import AnswerSet, Notice, Submission
from submissions.refusals import QuotaReached, Refused, WrongState
from tests.factories.submissions import SCHEMA, FormVersionFactory, StaffMember, SubmissionFactory, handling
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*actions: Callable[[], object]) -> list[object]:
    """What each action returned or refused with, all started at the same moment."""
    barrier = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return action()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def test_withdrawal_and_decision_have_one_winner() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    results = at_once(
        lambda: perform("withdraw", case, user=case.applicant),
        lambda: decide(case, user=reviewer, outcome=Outcome.GRANTED),
    )
    state = Submission.objects.get().state
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert (state, Notice.objects.count()) in [(State.WITHDRAWN, 0), (State.GRANTED, 1)]


def test_a_double_click_files_once() -> None:
    draft = SubmissionFactory(draft=True)
    send = [lambda: submit(draft, user=draft.applicant, delivery="electronic") for _click in range(4)]
    results = at_once(*send)
    numbers = {result.number for result in results if isinstance(result, Submission)}
    assert (len(numbers), AnswerSet.objects.count(), Submission.objects.get().events.count()) == (1, 1, 1)


@pytest.mark.parametrize("attempt", range(3))
def test_a_file_and_the_sending_do_not_wait_for_each_other(attempt: int) -> None:
    draft = SubmissionFactory(draft=True)
    photo = SimpleUploadedFile("店.png", picture("PNG"))
    results = at_once(
        lambda: add_attachment(draft, "photo", photo, user=draft.applicant),
        lambda: submit(draft, user=draft.applicant, delivery="electronic"),
    )
    assert isinstance(results[1], Submission)
    assert Submission.objects.get().state == State.ARRIVED


def test_sending_and_discarding_a_draft_have_one_winner() -> None:
    draft = SubmissionFactory(draft=True)
    results = at_once(
        lambda: submit(draft, user=draft.applicant, delivery="electronic"),
        *[lambda: discard_draft(draft, user=draft.applicant) for _click in range(2)],
    )
    is_sent = isinstance(results[0], Submission)
    assert sum(isinstance(result, WrongState) for result in results) == 2
    assert Submission.objects.filter(pk=draft.pk).exists() is is_sent


def test_parallel_saves_of_different_fields_all_arrive() -> None:
    draft = SubmissionFactory(draft=True, answers={})
    changes = [{"name": "A"}, {"reason": "B"}, {"colour": "red"}]
    at_once(*[lambda change=change: save_draft(draft, change, user=draft.applicant) for change in changes])
    answers = Submission.objects.get().draft.answers
    assert {key: answers[key] for key in ("name", "reason", "colour")} == {"name": "A", "reason": "B", "colour": "red"}


def test_the_last_places_are_never_sold_twice() -> None:
    version = FormVersionFactory()
    drafts = SubmissionFactory.create_batch(8, draft=True, form_version=version)
    set_acceptance(version.page, user=None, is_live=True, opens_at=None, closes_at=None, quota=3)
    results = at_once(*[lambda case=case: submit(case, user=case.applicant, delivery="electronic") for case in drafts])
    assert sum(isinstance(result, QuotaReached) for result in results) == 5
    assert Submission.objects.filed().count() == 3


def test_a_double_click_moves_once() -> None:
    draft = SubmissionFactory(draft=True)
    publish_form(draft.procedure, SCHEMA, handling(draft.department, purpose="新しい目的"), user=None)
    version = draft.draft.version
    at_once(*[lambda: move_draft(draft, user=draft.applicant) for _click in range(4)])
    moved = Submission.objects.select_related("draft", "form_version").get()
    assert (moved.form_version.number, moved.draft.version) == (2, version + 1)
