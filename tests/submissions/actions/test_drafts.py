from typing import Any

import pytest

from accounts.enums import MemberRole
from submissions.actions import publish_form, save_draft, set_acceptance, start_draft
from submissions.models import FormVersion, Submission
from submissions.refusals import NotAllowed, NotOpen, TooMuch, WrongApplicantKind
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory, UserFactory
from tests.factories.submissions import SCHEMA, FormVersionFactory, SubmissionFactory, handling

pytestmark = pytest.mark.django_db


def test_start_prefills_from_the_profile() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    draft = start_draft(version.page, user=profile.members.get(), profile=profile)
    assert draft.draft.answers == {"name": profile.name}


def test_start_needs_a_membership_that_may_write() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    with pytest.raises(NotAllowed):
        start_draft(version.page, user=UserFactory(), profile=profile)
    profile.memberships.update(role=MemberRole.READER)
    with pytest.raises(NotAllowed):
        start_draft(version.page, user=profile.members.get(), profile=profile)


def test_start_is_refused_while_the_procedure_is_closed() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    set_acceptance(version.page, user=None, is_live=False, opens_at=None, closes_at=None)
    with pytest.raises(NotOpen):
        start_draft(version.page, user=profile.members.get(), profile=profile)


def test_start_is_refused_to_the_wrong_kind_of_applicant() -> None:
    version, profile = FormVersionFactory(applicant_kinds=("business",)), ProfileFactory(individual=True)
    with pytest.raises(WrongApplicantKind):
        start_draft(version.page, user=profile.members.get(), profile=profile)


def test_a_draft_stays_on_its_form_when_the_form_changes() -> None:
    draft = SubmissionFactory(draft=True)
    shorter = FormSchema(steps=(Step(key="one", title="一", fields=(Field(key="name", kind="text", label="名"),)),))
    newer = publish_form(draft.procedure, shorter, handling(draft.department), user=None)
    assert (newer.number, Submission.objects.get().form_version.schema) == (2, SCHEMA)


def test_an_unchanged_form_makes_no_new_version() -> None:
    version = FormVersionFactory()
    again = publish_form(version.page, version.schema, version.handling, user=None)
    assert (again, FormVersion.objects.count()) == (version, 1)


def test_a_published_form_is_never_edited() -> None:
    version = FormVersionFactory()
    with pytest.raises(TypeError):
        version.save()


def test_saving_keeps_what_was_typed_right_or_wrong() -> None:
    draft = SubmissionFactory(draft=True)
    save_draft(draft, {"name": "", "shops": [{"id": "x", "seats": "たくさん"}], "unknown": "x"}, user=draft.applicant)
    draft.draft.refresh_from_db()
    assert (draft.draft.answers["name"], draft.draft.answers["shops"]) == ("", [{"id": "x", "seats": "たくさん"}])
    assert "unknown" not in draft.draft.answers


def test_two_tabs_do_not_overwrite_each_other() -> None:
    draft = SubmissionFactory(draft=True)
    user, seen = draft.applicant, draft.draft.version
    first = save_draft(draft, {"name": "一つ目"}, user=user, base_version=seen)
    second = save_draft(draft, {"name": "二つ目", "reason": "別の欄"}, user=user, base_version=seen)
    assert (first.conflicts, second.conflicts) == ({}, {"name": "一つ目"})
    draft.draft.refresh_from_db()
    assert (draft.draft.answers["name"], draft.draft.answers["reason"]) == ("一つ目", "別の欄")


def test_a_conscious_overwrite_wins() -> None:
    draft = SubmissionFactory(draft=True)
    save_draft(draft, {"name": "一つ目"}, user=draft.applicant)
    saved = save_draft(draft, {"name": "二つ目"}, user=draft.applicant, base_version=1, overwrite=True)
    draft.draft.refresh_from_db()
    assert (saved.conflicts, draft.draft.answers["name"]) == ({}, "二つ目")


@pytest.mark.parametrize(
    ("changes", "places"),
    [({"shops": [{"id": f"r{number}"} for number in range(51)]}, ["shops"]), ({"reason": "あ" * 1_000_001}, [])],
    ids=["rows", "characters"],
)
def test_a_draft_may_be_wrong_but_not_without_bounds(changes: dict[str, Any], places: list[str]) -> None:
    draft = SubmissionFactory(draft=True)
    before = draft.draft.answers
    with pytest.raises(TooMuch) as refusal:
        save_draft(draft, changes, user=draft.applicant)
    draft.draft.refresh_from_db()
    assert (list(refusal.value.errors), draft.draft.answers) == (places, before)


def test_rows_taken_out_are_kept_within_bounds() -> None:
    draft = SubmissionFactory(draft=True)
    for number in range(3):
        rows = [{"id": f"r{number}", "shop_name": "花" * 600_000}]
        save_draft(draft, {"shops": rows}, user=draft.applicant)
    save_draft(draft, {"shops": []}, user=draft.applicant)
    draft.draft.refresh_from_db()
    assert [entry["row"]["id"] for entry in draft.draft.removed] == ["r2"]


def test_a_correction_opens_only_the_flagged_items() -> None:
    case = SubmissionFactory(in_correction=True, items={"shops.r1.seats": "席数が図面と違います。"})
    rows = [{"id": "r1", "shop_name": "別の店", "seats": "20"}, {"id": "r2", "shop_name": "増やした店"}]
    save_draft(case, {"reason": "変えたい", "shops": rows}, user=case.applicant)
    answers = case.draft.__class__.objects.get(submission=case).answers
    assert answers["reason"] == "店を開くため"
    assert answers["shops"] == [{"id": "r1", "shop_name": "花屋", "seats": "20"}]
