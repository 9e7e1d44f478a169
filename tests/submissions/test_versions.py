from dataclasses import replace

import pytest

from submissions.actions import move_draft, publish_form
from submissions.impact import impact_of
from submissions.models import FormVersion, Submission
from submissions.schema import Choice, FormSchema, Handling, Step
from submissions.versions import Unfinished, compare, newer_form, total, unfinished_by_version, versions_of
from tests.factories.submissions import COLOUR, NAME, REASON, SCHEMA, SubmissionFactory, handling

pytestmark = pytest.mark.django_db

NARROW = FormSchema(
    steps=(Step(key="you", title="申請者", fields=(NAME, replace(COLOUR, choices=(Choice(key="blue", label="青"),)))),)
)


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True, answers={"name": "花子", "colour": "red", "reason": "店"})


def publish(case: Submission, schema: FormSchema = NARROW) -> FormVersion:
    return publish_form(case.procedure, schema, handling(case.department), user=None)


def test_unfinished_cases_are_counted_by_version(draft: Submission) -> None:
    version = draft.form_version
    for state in ("arrived", "in_review", "in_correction", "granted", "withdrawn"):
        SubmissionFactory(**{state: True}, form_version=version)
    second = publish(draft)
    SubmissionFactory(draft=True, form_version=second)
    SubmissionFactory(draft=True)
    counts = unfinished_by_version(draft.procedure)
    assert counts == {version.pk: Unfinished(1, 1, 2), second.pk: Unfinished(1, 0, 0)}
    assert total(counts) == Unfinished(2, 1, 2)


def test_versions_come_newest_first(draft: Submission) -> None:
    publish(draft)
    assert [version.number for version in versions_of(draft.procedure)] == [2, 1]


def test_only_a_draft_on_an_older_form_has_a_newer_one(draft: Submission) -> None:
    case = SubmissionFactory(arrived=True, form_version=draft.form_version)
    assert newer_form(draft) is None
    second = publish(draft)
    assert (newer_form(draft), newer_form(case)) == (second, None)
    assert newer_form(move_draft(draft, user=draft.applicant)) is None


def test_versions_are_compared_with_name_and_promises(draft: Submission) -> None:
    page = draft.procedure
    page.title = "新しい名前"
    promises: Handling = handling(draft.department, processing_days=30, issuer="新しい知事")
    newer = publish_form(page, SCHEMA, promises, user=None)
    found = compare(draft.form_version, newer)
    assert [(detail.after, detail.is_internal) for detail in found.promises] == [
        ("新しい名前", False),
        ("30", False),
        ("新しい知事", True),
    ]
    assert [detail.after for detail in found.for_applicants.promises] == ["新しい名前", "30"]


def test_the_impact_counts_drafts_whose_answers_would_not_fit(draft: Submission) -> None:
    version = draft.form_version
    SubmissionFactory(draft=True, form_version=version, answers={"name": "太郎", "colour": "blue"})
    SubmissionFactory(in_correction=True, form_version=version)
    found = impact_of(draft.procedure, NARROW, handling(draft.department))
    assert (found.unfinished, found.examined, found.doubtful, found.losing) == (Unfinished(2, 1, 0), 2, 1, 1)
    assert {(question.label, question.reason, question.drafts) for question in found.questions} == {
        ("色", "choice", 1),
        (REASON.label, None, 1),
    }
    assert found.is_partial is False


def test_the_impact_looks_at_so_many_drafts_only(draft: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    SubmissionFactory(draft=True, form_version=draft.form_version)
    monkeypatch.setattr("submissions.impact.DRAFTS_AT_MOST", 1)
    found = impact_of(draft.procedure, NARROW, handling(draft.department))
    assert (found.examined, found.unfinished.drafts, found.is_partial) == (1, 2, True)


def test_the_impact_counts_who_could_not_move(draft: Submission) -> None:
    other = "business" if draft.profile.kind == "individual" else "individual"
    found = impact_of(draft.procedure, SCHEMA, handling(draft.department, applicant_kinds=(other,)))
    assert (found.barred, found.doubtful, found.questions) == (1, 0, ())
