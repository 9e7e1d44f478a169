from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.enums import MemberRole
from submissions.actions import (
    add_attachment,
    confirm_answer,
    move_draft,
    publish_form,
    remove_attachment,
    save_draft,
    submit,
)
from submissions.enums import Doubt
from submissions.models import DraftAnswers, FormVersion, Submission
from submissions.refusals import NotAllowed, WrongApplicantKind, WrongState
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import DepartmentFactory, UserFactory
from tests.factories.submissions import NAME, PHOTO, REASON, SHOPS, SubmissionFactory, handling
from tests.submissions.files.samples import pdf, picture

pytestmark = pytest.mark.django_db

SHORT_REASON = replace(REASON, options={"max_length": 3})
PHONE = Field(key="phone", kind="tel", label="電話番号", prefill="phone")
NEWER = FormSchema(steps=(Step(key="all", title="すべて", fields=(NAME, SHORT_REASON, SHOPS, PHOTO, PHONE)),))
"""Without the colour, with a shorter reason and a question that the profile answers."""


@pytest.fixture
def draft() -> Submission:
    return SubmissionFactory(draft=True)


def publish(draft: Submission, schema: FormSchema = NEWER, **changes: Any) -> FormVersion:
    return publish_form(draft.procedure, schema, handling(draft.department, **changes), user=None)


def stored(draft: Submission) -> DraftAnswers:
    return DraftAnswers.objects.get(submission=draft)


def test_a_moved_draft_stands_on_the_new_form_with_its_answers(draft: Submission) -> None:
    newer = publish(draft)
    moved = move_draft(draft, user=draft.applicant)
    answers = stored(draft).answers
    assert (moved.form_version, Submission.objects.get().form_version) == (newer, newer)
    assert (answers["name"], answers["shops"][0]["seats"]) == ("山田　花子", "12")


def test_moving_marks_keeps_and_prefills(draft: Submission) -> None:
    save_draft(draft, {"colour": "red"}, user=draft.applicant)
    publish(draft)
    move_draft(draft, user=draft.applicant)
    found = stored(draft)
    assert found.doubts == {"reason": Doubt.LIMIT}
    assert found.earlier == [{"version": draft.form_version_id, "answers": {"colour": "red", "reason": "店を開くため"}}]
    assert found.answers["phone"] == draft.profile.phone


def test_moving_twice_is_moving_once(draft: Submission) -> None:
    publish(draft)
    move_draft(draft, user=draft.applicant)
    once = stored(draft)
    move_draft(draft, user=draft.applicant)
    twice = stored(draft)
    assert (twice.version, twice.earlier, twice.saved_at) == (once.version, once.earlier, once.saved_at)


def test_a_draft_on_the_newest_form_stays_untouched(draft: Submission) -> None:
    before = stored(draft)
    assert move_draft(draft, user=draft.applicant).form_version_id == draft.form_version_id
    assert stored(draft).version == before.version


def test_a_second_move_keeps_what_the_first_left(draft: Submission) -> None:
    save_draft(draft, {"colour": "red"}, user=draft.applicant)
    second = publish(draft)
    move_draft(draft, user=draft.applicant)
    publish(draft, FormSchema(steps=(Step(key="all", title="すべて", fields=(NAME, SHORT_REASON)),)))
    move_draft(draft, user=draft.applicant)
    found = stored(draft)
    assert [entry["version"] for entry in found.earlier] == [draft.form_version_id, second.pk]
    assert found.doubts == {"reason": Doubt.LIMIT}


def test_the_version_goes_up_and_changed_answers_are_stamped(draft: Submission) -> None:
    save_draft(draft, {"colour": "red"}, user=draft.applicant)
    version = stored(draft).version
    publish(draft)
    move_draft(draft, user=draft.applicant)
    found = stored(draft)
    assert (found.version, found.stamps["phone"], found.stamps["name"] <= version) == (version + 1, version + 1, True)
    assert "colour" not in found.stamps


def test_a_window_opened_before_the_move_does_not_overwrite_what_moved(draft: Submission) -> None:
    seen = stored(draft).version
    publish(draft)
    move_draft(draft, user=draft.applicant)
    saved = save_draft(
        Submission.objects.get(), {"phone": "03-0000-0000", "colour": "red"}, user=draft.applicant, base_version=seen
    )
    assert saved.conflicts == {"phone": draft.profile.phone}
    assert "colour" not in stored(draft).answers


def test_a_save_that_was_underway_while_the_draft_moved_is_refused(draft: Submission) -> None:
    publish(draft)
    move_draft(draft, user=draft.applicant)
    with pytest.raises(WrongState):
        save_draft(draft, {"colour": "red"}, user=draft.applicant)


def test_department_and_kind_follow_the_form(draft: Submission) -> None:
    other = DepartmentFactory()
    publish_form(draft.procedure, NEWER, handling(other, kind="request"), user=None)
    moved = move_draft(draft, user=draft.applicant)
    assert (moved.department, moved.kind) == (other, "request")


def test_changing_or_confirming_an_answer_takes_its_mark_away(draft: Submission) -> None:
    relabelled = replace(NEWER.steps[0], fields=(replace(NAME, label="氏名（自署）"), SHORT_REASON))
    publish(draft, FormSchema(steps=(relabelled,)))
    case = move_draft(draft, user=draft.applicant)
    assert stored(draft).doubts == {"name": Doubt.REWORDED, "reason": Doubt.LIMIT}
    save_draft(case, {"name": "山田　花子", "reason": "店"}, user=draft.applicant)
    assert stored(draft).doubts == {"name": Doubt.REWORDED}
    confirm_answer(case, "name", user=draft.applicant)
    assert stored(draft).doubts == {}


def test_files_follow_by_path_and_those_against_the_new_rules_stay_behind(draft: Submission) -> None:
    files = [SimpleUploadedFile("a.pdf", pdf()), SimpleUploadedFile("b.jpg", picture())]
    page, photo = [str(add_attachment(draft, "photo", file, user=draft.applicant).pk) for file in files]
    only_pdf = replace(PHOTO, options={"max_files": 3, "extensions": ["pdf"]})
    publish(draft, FormSchema(steps=(Step(key="all", title="すべて", fields=(NAME, REASON, only_pdf)),)))
    case = move_draft(draft, user=draft.applicant)
    found = stored(draft)
    assert (found.answers["photo"], found.doubts) == ([page], {"photo": Doubt.FILE})
    assert found.earlier[0]["answers"]["photo"] == [page, photo]
    submit(case, user=draft.applicant, delivery="electronic")
    assert [str(attachment.pk) for attachment in case.attachments.all()] == [page]


def test_removing_a_doubtful_file_takes_its_mark_away(draft: Submission) -> None:
    file = add_attachment(draft, "photo", SimpleUploadedFile("a.pdf", pdf()), user=draft.applicant)
    publish(
        draft,
        FormSchema(
            steps=(
                Step(
                    key="all",
                    title="すべて",
                    fields=(NAME, replace(PHOTO, options={})),
                ),
            )
        ),
    )
    move_draft(draft, user=draft.applicant)
    assert stored(draft).doubts == {"photo": Doubt.FILE}
    file.submission.refresh_from_db()
    remove_attachment(file, user=draft.applicant)
    assert stored(draft).doubts == {}


def test_only_somebody_who_writes_for_the_applicant_moves(draft: Submission) -> None:
    publish(draft)
    with pytest.raises(NotAllowed):
        move_draft(draft, user=UserFactory())
    draft.profile.memberships.update(role=MemberRole.READER)
    with pytest.raises(NotAllowed):
        move_draft(draft, user=draft.applicant)


def test_nobody_moves_to_a_form_that_is_not_for_them(draft: Submission) -> None:
    other = "business" if draft.profile.kind == "individual" else "individual"
    publish(draft, applicant_kinds=(other,))
    with pytest.raises(WrongApplicantKind):
        move_draft(draft, user=draft.applicant)


@pytest.mark.parametrize("state", ["arrived", "in_correction"])
def test_what_was_sent_stays_on_its_form(state: str) -> None:
    case = SubmissionFactory(**{state: True})
    publish(case)
    with pytest.raises(WrongState):
        move_draft(case, user=case.applicant)
