"""Nobody without a token, nobody with somebody else's. Every test has a case that could leak."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

from submissions.enums import GrantRole
from submissions.models import Notice, Submission
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

from .caller import ROOT, Caller

pytestmark = pytest.mark.django_db

OF_A_DRAFT = [
    ("GET", "/submissions/{case.reference}/"),
    ("GET", "/submissions/{case.reference}/form/"),
    ("DELETE", "/submissions/{case.reference}/"),
    ("PATCH", "/submissions/{case.reference}/answers/"),
    ("POST", "/submissions/{case.reference}/submit/"),
]
OF_A_CORRECTION = [
    ("GET", "/submissions/{case.reference}/"),
    ("PATCH", "/submissions/{case.reference}/answers/"),
    ("POST", "/submissions/{case.reference}/resubmit/"),
    ("POST", "/submissions/{case.reference}/withdraw/"),
    ("GET", "/submissions/{case.reference}/receipt.pdf"),
]
OF_A_DECISION = [
    ("GET", "/submissions/{case.reference}/"),
    ("GET", "/submissions/{case.reference}/notices/"),
    ("GET", "/notices/{notice}/pdf"),
]
EVERY = [
    *(("draft", *call) for call in OF_A_DRAFT),
    *(("correction_requested", *call) for call in OF_A_CORRECTION),
    *(("granted", *call) for call in OF_A_DECISION),
]
BODIES = {"PATCH": '{"answers": {"reason": "x"}}', "POST": '{"delivery": "paper"}'}


def call(caller: Caller, case: Submission, method: str, path: str) -> Any:
    notice = case.notices.first()
    body = "{}" if path.endswith("withdraw/") else BODIES.get(method, "")
    return caller.raw(method, path.format(case=case, notice=notice.pk if notice else ""), body)


@pytest.mark.parametrize(("state", "method", "path"), EVERY)
def test_what_belongs_to_somebody_else_does_not_exist(state: str, method: str, path: str) -> None:
    case = SubmissionFactory(state=state)
    before = Submission.objects.values().get(pk=case.pk)
    for stranger in (ProfileFactory().members.get(), StaffMember(case.department, GrantRole.REVIEW)):
        response = call(Caller(stranger), case, method, path)
        assert (response.status_code, response.json()["code"], response.json()["errors"]) == (404, "not_found", {})
    assert Submission.objects.values().get(pk=case.pk) == before
    assert not Notice.objects.exclude(first_opened_at=None).exists()


@pytest.mark.parametrize(
    ("state", "method", "path"),
    [*EVERY, ("draft", "GET", "/profiles/"), ("draft", "GET", "/submissions/"), ("draft", "POST", "/submissions/")],
)
def test_nothing_without_a_token(state: str, method: str, path: str) -> None:
    case = SubmissionFactory(state=state)
    response = call(Caller(), case, method, path)
    assert (response.status_code, response.json()["code"]) == (401, "not_authenticated")
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_session_is_no_token() -> None:
    case = SubmissionFactory()
    browser = Client()
    browser.force_login(case.applicant)
    assert browser.get(f"{ROOT}/submissions/{case.reference}/").status_code == 401


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wagtail_x", "Basic dTpw", "Token x", "Bearer \u00e9"])
def test_other_authorizations_are_none(authorization: str) -> None:
    SubmissionFactory()
    assert Client(headers={"Authorization": authorization}).get(f"{ROOT}/submissions/").status_code == 401


def test_a_revoked_token_opens_nothing() -> None:
    caller = Caller(SubmissionFactory().applicant)
    APIToken.objects.update(revoked_at=timezone.now())
    assert caller.get("/submissions/").status_code == 401


def test_a_closed_account_opens_nothing() -> None:
    case = SubmissionFactory()
    caller = Caller(case.applicant)
    case.applicant.__class__.objects.update(is_active=False)
    assert caller.get("/submissions/").status_code == 401


def test_lists_hold_what_is_ones_own() -> None:
    mine, _other = SubmissionFactory(), SubmissionFactory(draft=True)
    caller = Caller(mine.applicant)
    assert [item["reference"] for item in caller.get("/submissions/").json()["items"]] == [mine.reference]
    assert [item["id"] for item in caller.get("/profiles/").json()] == [mine.profile_id]


def test_a_list_does_not_read_on_from_somebody_elses_case() -> None:
    mine, other = SubmissionFactory(), SubmissionFactory()
    assert Caller(mine.applicant).get("/submissions/", after=other.reference).status_code == 404


@pytest.mark.parametrize("reference", ["%00", "a%00b", "..", "x" * 30, "%F0%9F%98%80"])
def test_a_strange_reference_does_not_exist(reference: str) -> None:
    caller = Caller(SubmissionFactory().applicant)
    assert caller.get(f"/submissions/{reference}/").status_code == 404


def test_staff_apply_for_nobody() -> None:
    SubmissionFactory()
    caller = Caller(StaffFactory(superuser=True))
    assert (caller.get("/submissions/").json()["items"], caller.get("/profiles/").json()) == ([], [])
