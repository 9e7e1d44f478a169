from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import ApplicantProfile
from procedure_pages.models import ProcedurePage
from submissions.actions import start_draft
from submissions.models import FormVersion, Submission
from submissions.queries import current_form
from submissions.refusals import NotOpen
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.pages import ProcedurePageFactory, TermsPageFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
START = "/procedures/money/start/"


def answers_for(page: ProcedurePage) -> dict[str, Any]:
    """What `page` needs to be sent."""
    name, _email, colour, shops = version_of(page).schema.fields
    row = {"id": "r1", shops.fields[0].key: "花屋"}
    return {name.key: "山田　花子", colour.key: colour.choices[0].key, shops.key: [row]}


def version_of(page: ProcedurePage) -> FormVersion:
    version = current_form(page)
    assert version is not None
    return version


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(slug="money")


@pytest.fixture
def profile(client: Client, page: ProcedurePage) -> ApplicantProfile:
    profile = ProfileFactory()
    client.force_login(profile.members.get())
    return profile


def test_start_asks_visitors_to_log_in(client: Client, page: ProcedurePage) -> None:
    response = client.get(START)
    assert (response.status_code, response["Location"]) == (302, f"{reverse('account_login')}?next={START}")


def test_start_asks_for_consent_to_new_terms(client: Client, profile: ApplicantProfile) -> None:
    TermsPageFactory()
    assert client.get(START)["Location"].startswith(reverse("accounts:consent"))


def test_start_shows_purpose_and_documents(client: Client, profile: ApplicantProfile) -> None:
    html = client.get(START).content.decode()
    for words in ("審査のために利用します。", "外観の写真（店舗ごと）", profile.name, "申請を始める"):
        assert words in html


def test_start_opens_a_prefilled_draft(client: Client, profile: ApplicantProfile, page: ProcedurePage) -> None:
    response = client.post(START, {"profile": profile.pk})
    draft = Submission.objects.get()
    assert response["Location"] == reverse("submissions:step", args=[draft.reference, 1])
    name = next(draft.schema.fields)
    assert (draft.procedure_id, draft.draft.answers) == (page.pk, {name.key: profile.name})


def test_start_offers_the_drafts_begun_before(client: Client, profile: ApplicantProfile, page: ProcedurePage) -> None:
    draft = start_draft(page, user=profile.members.get(), profile=profile)
    html = client.get(START).content.decode()
    assert reverse("submissions:step", args=[draft.reference, 1]) in html


def test_start_lets_those_choose_who_act_for_several(client: Client, profile: ApplicantProfile) -> None:
    business = ProfileFactory(business=True, user=profile.members.get())
    assert business.name in client.get(START).content.decode()
    client.post(START, {"profile": business.pk})
    assert Submission.objects.get().profile == business


def test_start_refuses_a_profile_of_somebody_else(client: Client, profile: ApplicantProfile) -> None:
    response = client.post(START, {"profile": ProfileFactory().pk})
    assert (response.status_code, Submission.objects.count()) == (200, 0)


def test_start_refuses_the_wrong_kind_of_applicant(client: Client) -> None:
    ProcedurePageFactory(slug="money", for_individuals=False)
    client.force_login(ProfileFactory().members.get())
    assert "このログインでは申請できません" in client.get(START).content.decode()


@pytest.mark.parametrize("change", [{"closes_at": timedelta(days=-1)}, {"opens_at": timedelta(days=1)}])
def test_start_refuses_outside_the_period(client: Client, change: dict[str, Any]) -> None:
    ProcedurePageFactory(slug="money", **{name: timezone.now() + delta for name, delta in change.items()})
    profile = ProfileFactory()
    client.force_login(profile.members.get())
    response = client.post(START, {"profile": profile.pk})
    assert str(NotOpen.message) in response.content.decode()
    assert Submission.objects.count() == 0


def test_start_is_not_for_staff(client: Client, page: ProcedurePage) -> None:
    client.force_login(StaffFactory())
    assert client.get(START).status_code == 403


def test_a_second_draft_is_made_only_after_the_first_was_shown(
    client: Client, profile: ApplicantProfile, page: ProcedurePage
) -> None:
    draft = start_draft(page, user=profile.members.get(), profile=profile)
    shown = client.post(START, {"profile": profile.pk})
    assert (shown.status_code, Submission.objects.count()) == (200, 1)
    html = shown.content.decode()
    assert reverse("submissions:step", args=[draft.reference, 1]) in html
    assert "作成中の下書きがあります" in html
    assert client.post(START, {"profile": profile.pk, "again": "1"}).status_code == 302
    assert Submission.objects.count() == 2


def test_an_open_case_is_shown_and_can_be_copied(
    client: Client, profile: ApplicantProfile, page: ProcedurePage
) -> None:
    case = SubmissionFactory(form_version=version_of(page), profile=profile, answers=answers_for(page))
    html = client.get(START).content.decode()
    assert "処理が終わっていない申請があります" in html
    assert html.count(case.display_number) >= 2
    response = client.post(START, {"profile": profile.pk, "again": "1", "copy": case.reference})
    draft = Submission.objects.drafts().get()
    assert response["Location"] == reverse("submissions:step", args=[draft.reference, 1])


def test_the_case_of_somebody_else_is_not_there_to_copy(
    client: Client, profile: ApplicantProfile, page: ProcedurePage
) -> None:
    case = SubmissionFactory(form_version=version_of(page), answers=answers_for(page))
    assert case.display_number not in client.get(START).content.decode()
    assert client.post(START, {"profile": profile.pk, "copy": case.reference}).status_code == 404
