from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Consent
from submissions.actions import discard_draft, perform, resubmit, save_draft, set_acceptance, submit
from submissions.enums import GrantRole, State
from submissions.models import AnswerSet, Submission
from submissions.numbers import parse_number
from submissions.refusals import ConsentRequired, DeliveryRequired, Incomplete, NotAllowed, NotOpen, WrongState
from tests.factories.accounts import TermsVersionFactory, UserFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


def test_submission_arrives_with_number_time_and_round() -> None:
    case = SubmissionFactory(arrived=True)
    assert (case.state, case.round, case.applicant_name) == (State.ARRIVED, 1, case.profile.name)
    assert parse_number(case.display_number) == case.number
    assert timezone.now() - case.arrived_at < timedelta(minutes=1)
    assert not hasattr(case, "draft")


def test_submission_freezes_canonical_answers_and_the_profile() -> None:
    case = SubmissionFactory(arrived=True)
    filed = case.answer_sets.get()
    assert filed.answers["shops"] == [{"id": "r1", "shop_name": "花屋", "seats": 12}]
    assert filed.applicant["name"] == case.profile.name
    case.profile.name = "改姓"
    case.profile.save()
    assert case.answer_sets.get().applicant["name"] != "改姓"


def test_submission_twice_is_one_submission() -> None:
    draft = SubmissionFactory(draft=True)
    first = submit(draft, user=draft.applicant, delivery="electronic")
    second = submit(draft, user=draft.applicant, delivery="paper")
    assert (first.number, second.delivery) == (second.number, "electronic")
    assert AnswerSet.objects.count() == 1
    assert [event.name for event in first.events.all()] == ["submit"]


def test_submission_names_every_answer_that_is_missing() -> None:
    draft = SubmissionFactory(draft=True, answers={"name": "", "shops": [{"id": "a", "seats": "x"}]})
    with pytest.raises(Incomplete) as refusal:
        submit(draft, user=draft.applicant, delivery="electronic")
    assert list(refusal.value.errors) == ["name", "reason", "shops.a.shop_name", "shops.a.seats"]


def test_submission_needs_a_choice_of_delivery() -> None:
    draft = SubmissionFactory(draft=True)
    with pytest.raises(DeliveryRequired):
        submit(draft, user=draft.applicant, delivery="")


def test_submission_after_closing_is_late_by_a_second() -> None:
    draft = SubmissionFactory(draft=True)
    closed = timezone.now() - timedelta(seconds=1)
    set_acceptance(draft.procedure, user=None, is_live=True, opens_at=None, closes_at=closed)
    with pytest.raises(NotOpen):
        submit(draft, user=draft.applicant, delivery="electronic")


def test_a_draft_outlives_the_unpublishing_of_its_page() -> None:
    draft = SubmissionFactory(draft=True)
    set_acceptance(draft.procedure, user=None, is_live=False, opens_at=None, closes_at=None)
    assert submit(draft, user=draft.applicant, delivery="paper").state == State.ARRIVED


def test_submission_asks_for_consent_to_new_terms() -> None:
    draft = SubmissionFactory(draft=True)
    terms = TermsVersionFactory()
    with pytest.raises(ConsentRequired):
        submit(draft, user=draft.applicant, delivery="electronic")
    Consent.objects.create(user=draft.applicant, profile=draft.profile, terms=terms)
    assert submit(draft, user=draft.applicant, delivery="electronic").state == State.ARRIVED


@pytest.mark.parametrize("action", ["save", "submit", "discard"])
def test_a_draft_is_closed_to_others(action: str) -> None:
    draft, stranger = SubmissionFactory(draft=True), UserFactory()
    with pytest.raises(NotAllowed):
        {
            "save": lambda: save_draft(draft, {"name": "x"}, user=stranger),
            "submit": lambda: submit(draft, user=stranger, delivery="electronic"),
            "discard": lambda: discard_draft(draft, user=stranger),
        }[action]()


def test_discarding_removes_a_draft_but_never_a_filed_case() -> None:
    draft, filed = SubmissionFactory(draft=True), SubmissionFactory()
    discard_draft(draft, user=draft.applicant)
    with pytest.raises(WrongState):
        discard_draft(filed, user=filed.applicant)
    assert list(Submission.objects.all()) == [filed]


def test_an_answer_that_names_a_strangers_file_is_refused() -> None:
    draft = SubmissionFactory(draft=True)
    save_draft(draft, {"photo": ["3f2b0c9e-0000-4000-8000-000000000000"]}, user=draft.applicant)
    with pytest.raises(Incomplete) as refusal:
        submit(draft, user=draft.applicant, delivery="electronic")
    assert list(refusal.value.errors) == ["photo"]


def test_a_correction_is_filed_as_a_new_round() -> None:
    case = SubmissionFactory(in_correction=True)
    save_draft(case, {"reason": "くわしい理由"}, user=case.applicant)
    again = resubmit(case, user=case.applicant)
    assert (again.state, again.round, again.is_corrected) == (State.IN_REVIEW, 2, True)
    assert [answers.answers["reason"] for answers in case.answer_sets.all()] == ["店を開くため", "くわしい理由"]
    assert resubmit(case, user=case.applicant).round == 2


def test_a_withdrawn_case_takes_no_correction() -> None:
    case = SubmissionFactory(in_correction=True)
    perform("withdraw", case, user=case.applicant)
    with pytest.raises(WrongState):
        save_draft(case, {"reason": "x"}, user=case.applicant)
    with pytest.raises(NotAllowed):
        resubmit(case, user=StaffMember(case.department, GrantRole.REVIEW))
