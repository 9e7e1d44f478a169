from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from submissions.actions import move_draft, publish_form, resubmit, save_draft, set_version_deadline, submit
from submissions.models import FormVersion, Submission, VersionDeadline
from submissions.refusals import Refused, VersionClosed
from tests.factories.accounts import StaffFactory
from tests.factories.submissions import SCHEMA, SubmissionFactory, handling

pytestmark = pytest.mark.django_db


def supersede(case: Submission) -> FormVersion:
    return publish_form(case.procedure, SCHEMA, handling(case.department, purpose="新しい目的"), user=None)


def close(version: FormVersion, **ago: int) -> None:
    ends_at = timezone.now() - timedelta(**ago)
    VersionDeadline.objects.update_or_create(form_version=version, defaults={"ends_at": ends_at})


def send(case: Submission) -> Submission:
    return submit(case, user=case.applicant, delivery="electronic")


def test_after_the_deadline_a_draft_must_move_before_it_is_sent() -> None:
    draft = SubmissionFactory(draft=True)
    supersede(draft)
    close(draft.form_version, seconds=1)
    with pytest.raises(VersionClosed):
        send(draft)
    moved = move_draft(draft, user=draft.applicant)
    assert send(moved).number is not None


def test_until_the_deadline_a_draft_is_sent_on_its_form() -> None:
    draft = SubmissionFactory(draft=True)
    supersede(draft)
    set_version_deadline(draft.form_version, user=None, ends_at=timezone.now() + timedelta(minutes=1))
    assert send(draft).form_version.number == 1


def test_a_deadline_means_nothing_while_its_form_is_the_newest() -> None:
    draft = SubmissionFactory(draft=True)
    close(draft.form_version, days=1)
    assert send(draft).number is not None


def test_a_correction_goes_on_after_the_deadline() -> None:
    case = SubmissionFactory(in_correction=True)
    supersede(case)
    close(case.form_version, days=1)
    save_draft(case, {"reason": "くわしい理由"}, user=case.applicant)
    assert resubmit(case, user=case.applicant).round == 2


def test_a_deadline_lies_in_the_future() -> None:
    draft = SubmissionFactory(draft=True)
    with pytest.raises(Refused):
        set_version_deadline(draft.form_version, user=None, ends_at=timezone.now())


def test_a_deadline_moves_is_taken_back_and_is_logged() -> None:
    draft, editor = SubmissionFactory(draft=True), StaffFactory()
    version, later = draft.form_version, timezone.now() + timedelta(days=2)
    set_version_deadline(version, user=editor, ends_at=timezone.now() + timedelta(days=1))
    set_version_deadline(version, user=editor, ends_at=later)
    found: Any = VersionDeadline.objects.get()
    assert (found.form_version, found.ends_at, found.set_by) == (version, later, editor)
    set_version_deadline(version, user=editor, ends_at=None)
    assert VersionDeadline.objects.count() == 0
    assert PageLogEntry.objects.filter(action="submissions.set_version_deadline", user=editor).count() == 3
