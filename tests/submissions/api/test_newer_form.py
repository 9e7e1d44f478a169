from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from submissions.actions import publish_form, set_version_deadline
from submissions.models import DraftAnswers, Submission
from submissions.schema import FormSchema, Step
from tests.factories.accounts import UserFactory
from tests.factories.submissions import NAME, REASON, SubmissionFactory, handling

from .caller import Caller

pytestmark = pytest.mark.django_db

NEWER = FormSchema(
    steps=(Step(key="all", title="すべて", fields=(NAME, replace(REASON, options={"max_length": 3}))),),
)


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True)


@pytest.fixture
def caller(draft: Submission) -> Caller:
    return Caller(draft.applicant)


def renew(case: Submission) -> None:
    publish_form(case.procedure, NEWER, handling(case.department), user=None, note="短くしました。")


def test_a_draft_on_the_newest_form_has_no_newer_one(draft: Submission, caller: Caller) -> None:
    body = caller.get(f"/submissions/{draft.reference}/").json()
    assert (body["newer_form"], body["doubts"]) == (None, {})
    assert caller.get(f"/submissions/{draft.reference}/differences/").status_code == 404


def test_a_draft_tells_of_the_newer_form_and_its_deadline(draft: Submission, caller: Caller) -> None:
    ends_at = timezone.now().replace(microsecond=0) + timedelta(days=1)
    set_version_deadline(draft.form_version, user=None, ends_at=ends_at)
    renew(draft)
    newer = caller.get(f"/submissions/{draft.reference}/").json()["newer_form"]
    assert (newer["version"], newer["note"]) == (2, "短くしました。")
    assert newer["deadline"].startswith(f"{ends_at:%Y-%m-%dT%H:%M:%S}")


def test_differences_are_told_in_words(draft: Submission, caller: Caller) -> None:
    renew(draft)
    body = caller.get(f"/submissions/{draft.reference}/differences/").json()
    reason = next(found for found in body["form"] if found["subject"] == "「理由」")
    assert (body["version"], reason["change"]) == (2, "changed")
    assert {"what": "Most characters", "before": "", "after": "3"} in reason["details"]


def test_a_program_moves_its_draft_and_confirms(draft: Submission, caller: Caller) -> None:
    renew(draft)
    first, again = [caller.post(f"/submissions/{draft.reference}/move/").json() for _time in range(2)]
    assert (first["form_version"], first["doubts"], first["newer_form"]) == (2, {"reason": "limit"}, None)
    assert again["version"] == first["version"]
    caller.patch(f"/submissions/{draft.reference}/answers/", answers={}, confirmed=["reason"])
    assert DraftAnswers.objects.get().doubts == {}


def test_a_closed_form_is_a_refusal_of_its_own(draft: Submission, caller: Caller) -> None:
    set_version_deadline(draft.form_version, user=None, ends_at=timezone.now() + timedelta(seconds=5))
    renew(draft)
    draft.form_version.deadline.ends_at = timezone.now() - timedelta(seconds=1)
    draft.form_version.deadline.save()
    response = caller.post(f"/submissions/{draft.reference}/submit/", delivery="electronic")
    assert (response.status_code, response.json()["code"]) == (409, "version_closed")


def test_strangers_move_nothing(draft: Submission) -> None:
    renew(draft)
    stranger = Caller(UserFactory())
    addresses = [("get", "differences/"), ("post", "move/")]
    codes = [getattr(stranger, way)(f"/submissions/{draft.reference}/{end}").status_code for way, end in addresses]
    assert (codes, Submission.objects.get().form_version.number) == ([404, 404], 1)
