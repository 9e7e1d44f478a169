"""The whole way of a case over HTTP, as a program of the applicant walks it; the office works through its actions."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import ApplicantProfile
from submissions.actions import decide, perform, request_correction
from submissions.deadlines import today
from submissions.enums import GrantRole, Outcome
from submissions.models import FormVersion, Submission
from tests.factories.accounts import ProfileFactory
from tests.factories.pages import ProcedurePageFactory
from tests.factories.submissions import StaffMember

from .caller import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> Any:
    return ProfileFactory(business=True)


@pytest.fixture
def caller(profile: ApplicantProfile) -> Caller:
    return Caller(profile.members.get())


def draft(caller: Caller, profile: ApplicantProfile) -> str:
    """A complete draft of the one procedure there is; answers are sent by alias."""
    procedure = caller.get("/procedures/").json()["items"][0]["id"]
    reference = caller.post("/submissions/", procedure=procedure, profile=profile.pk).json()["reference"]
    shops = [{"id": "main", "shop_name": "みなと食堂"}]
    saved = caller.patch(f"/submissions/{reference}/answers/", answers={"colour": "red", "shops": shops}).json()
    assert saved["errors"] == {}
    return str(reference)


def key_of(alias: str) -> str:
    """The key of the one question with that alias: a block id, which nobody knows beforehand."""
    return next(field.key for field in FormVersion.objects.get().schema.fields if field.alias == alias)


def choice_of(alias: str, choice_alias: str) -> str:
    question = FormVersion.objects.get().schema.field(key_of(alias))
    return next(choice.key for choice in question.choices if choice.alias == choice_alias) if question else ""


def office_asks_for_a_correction(case: Submission, path: str) -> None:
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    perform("start_review", case, user=reviewer)
    due_on = today() + timedelta(days=14)
    request_correction(case, user=reviewer, items={path: "もう一度お確かめください。"}, comment="補正", due_on=due_on)


def office_grants(case: Submission) -> None:
    decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED, reason="要件を確認")


def test_a_case_from_the_catalogue_to_the_notice(caller: Caller, profile: ApplicantProfile) -> None:
    ProcedurePageFactory()
    reference = draft(caller, profile)
    address = f"/submissions/{reference}"
    sent = caller.post(f"{address}/submit/", delivery="electronic").json()
    assert (sent["state"], sent["answers"][key_of("colour")]) == ("arrived", choice_of("colour", "red"))

    office_asks_for_a_correction(Submission.objects.get(), key_of("colour"))
    asked = caller.get(f"{address}/").json()["correction"]["items"]
    assert [(item["label"], item["remark"]) for item in asked] == [("色", "もう一度お確かめください。")]
    caller.patch(f"{address}/answers/", answers={"colour": "blue"})
    assert caller.post(f"{address}/resubmit/").json()["round"] == 2

    office_grants(Submission.objects.get())
    status = caller.get(f"{address}/").json()
    assert (status["state"], status["number"]) == ("granted", sent["number"])
    assert status["answers"][key_of("colour")] == choice_of("colour", "blue")
    assert [event["name"] for event in status["events"]] == [
        "submit",
        "start_review",
        "request_correction",
        "resubmit",
        "grant",
    ]
    notice = caller.get(f"{address}/notices/").json()[0]
    assert caller.get(f"/notices/{notice['id']}/pdf").content.startswith(b"%PDF-")
    assert caller.get(f"{address}/notices/").json()[0]["first_downloaded_at"] is not None
