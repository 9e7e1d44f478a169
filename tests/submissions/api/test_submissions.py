from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.enums import MemberRole
from accounts.models import ProfileMember
from submissions.actions import save_draft, set_acceptance
from submissions.models import Submission
from tests.factories.accounts import ConsentFactory, ProfileFactory, TermsVersionFactory, UserFactory
from tests.factories.submissions import ANSWERS, FormVersionFactory, SubmissionFactory

from .caller import Caller

pytestmark = pytest.mark.django_db


def test_a_draft_begins_prefilled_from_the_profile() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    caller = Caller(profile.members.get())
    response = caller.post("/submissions/", procedure=version.page_id, profile=profile.pk)
    body = response.json()
    assert (response.status_code, body["state"], body["number"], body["version"]) == (201, "draft", None, 1)
    assert body["answers"] == {"name": profile.name}
    assert list(body["errors"]) == ["reason"]
    assert Submission.objects.get().reference == body["reference"]


@pytest.mark.parametrize("missing", ["procedure", "profile"])
def test_a_draft_needs_a_procedure_and_a_profile_of_ones_own(missing: str) -> None:
    version, profile, other = FormVersionFactory(), ProfileFactory(), ProfileFactory()
    ids = {"procedure": version.page_id, "profile": profile.pk}
    wrong = {"procedure": version.page_id + 1000, "profile": other.pk}
    response = Caller(profile.members.get()).post("/submissions/", **{**ids, missing: wrong[missing]})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert not Submission.objects.exists()


def test_a_closed_procedure_takes_no_draft() -> None:
    version, profile = FormVersionFactory(), ProfileFactory()
    set_acceptance(version.page, user=None, is_live=True, opens_at=timezone.now() + timedelta(days=1), closes_at=None)
    response = Caller(profile.members.get()).post("/submissions/", procedure=version.page_id, profile=profile.pk)
    assert (response.status_code, response.json()["code"]) == (409, "not_open")


def test_a_reader_of_a_profile_sees_and_does_not_write() -> None:
    case, reader = SubmissionFactory(draft=True), UserFactory()
    ProfileMember.objects.create(profile=case.profile, user=reader, role=MemberRole.READER)
    caller, address = Caller(reader), f"/submissions/{case.reference}/"
    assert caller.get(address).status_code == 200
    response = caller.patch(f"{address}answers/", answers={"reason": "x"})
    assert (response.status_code, response.json()["code"]) == (403, "not_allowed")


def test_answers_are_saved_as_sent_and_judged() -> None:
    case = SubmissionFactory(draft=True, answers={})
    before, sent = case.draft.version, {"reason": "", "shops": [{"id": "a", "shop_name": "花屋", "seats": "たくさん"}]}
    response = Caller(case.applicant).patch(f"/submissions/{case.reference}/answers/", answers=sent)
    body = response.json()
    assert (response.status_code, body["version"]) == (200, before + 1)
    assert body["answers"] == {"name": case.profile.name, **sent}
    assert list(body["errors"]) == ["reason", "shops.a.seats"]


def test_rows_without_an_id_get_one() -> None:
    case = SubmissionFactory(draft=True)
    rows = [{"shop_name": "一"}, {"shop_name": "二"}]
    body = Caller(case.applicant).patch(f"/submissions/{case.reference}/answers/", answers={"shops": rows}).json()
    ids = [row.pop("id") for row in body["answers"]["shops"]]
    assert (body["answers"]["shops"], len(set(ids))) == (rows, 2)


@pytest.mark.parametrize(
    ("answers", "places"),
    [
        ({"unknown": "x"}, ["unknown"]),
        ({"shops": [{"id": "a", "unknown": 1}]}, ["shops.a.unknown"]),
        ({"shops": "花屋"}, ["shops"]),
        ({"shops": [["花屋"]]}, ["shops"]),
        ({"shops": [{"id": "a"}, {"id": "a"}]}, ["shops"]),
        ({"shops": [{"id": "../x"}]}, ["shops"]),
        ({"shops": [{"id": 5}]}, ["shops"]),
    ],
)
def test_answers_without_a_place_are_refused_as_a_whole(answers: dict[str, Any], places: list[str]) -> None:
    case = SubmissionFactory(draft=True)
    sent = {"reason": "別の理由", **answers}
    response = Caller(case.applicant).patch(f"/submissions/{case.reference}/answers/", answers=sent)
    assert (response.status_code, response.json()["code"]) == (422, "unusable_answers")
    assert list(response.json()["errors"]) == places
    case.draft.refresh_from_db()
    assert case.draft.answers["reason"] == ANSWERS["reason"]


@pytest.mark.parametrize("value", ["\\u0000", "\\ud800", "x\\u0000y"])
def test_what_the_database_cannot_hold_is_left_out(value: str) -> None:
    case = SubmissionFactory(draft=True)
    body = f'{{"answers": {{"reason": "a{value}"}}}}'
    response = Caller(case.applicant).raw("PATCH", f"/submissions/{case.reference}/answers/", body)
    assert response.json()["answers"]["reason"].startswith("a")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("{", 400, "bad_request"),
        ("[" * 100_000, 400, "bad_request"),
        ('{"answers": ' + "1" * 5000 + "}", 400, "bad_request"),
        ('{"answers": {"reason": "' + "x" * (5 * 1024 * 1024) + '"}}', 413, "too_large"),
        ("[]", 422, "invalid_request"),
        ("{}", 422, "invalid_request"),
        ('{"answers": []}', 422, "invalid_request"),
        ('{"answers": {}, "extra": 1}', 422, "invalid_request"),
        ('{"answers": {}, "base_version": "x"}', 422, "invalid_request"),
    ],
)
def test_a_broken_request_is_refused_in_the_same_shape(body: str, status: int, code: str) -> None:
    case = SubmissionFactory(draft=True)
    response = Caller(case.applicant).raw("PATCH", f"/submissions/{case.reference}/answers/", body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert set(response.json()) == {"code", "message", "errors"}


def test_a_deep_answer_breaks_nothing() -> None:
    case = SubmissionFactory(draft=True)
    body = '{"answers": {"reason": ' + "[" * 300 + "]" * 300 + "}}"
    response = Caller(case.applicant).raw("PATCH", f"/submissions/{case.reference}/answers/", body)
    assert (response.status_code, list(response.json()["errors"])) == (200, ["reason"])


def test_two_programs_do_not_overwrite_each_other() -> None:
    case = SubmissionFactory(draft=True)
    seen = case.draft.version
    save_draft(case, {"reason": "画面から"}, user=case.applicant)
    sent = {"reason": "プログラムから", "name": "改名"}
    address, caller = f"/submissions/{case.reference}/answers/", Caller(case.applicant)
    response = caller.patch(address, answers=sent, base_version=seen)
    body = response.json()
    assert (response.status_code, body["code"], body["version"]) == (409, "conflict", seen + 1)
    assert body["conflicts"] == {"reason": {"sent": "プログラムから", "stored": "画面から"}}
    assert caller.get(f"/submissions/{case.reference}/").json()["answers"]["name"] == ANSWERS["name"]
    assert caller.patch(address, answers=sent, base_version=seen, overwrite=True).json()["answers"]["name"] == "改名"


def test_submission_twice_is_one_submission() -> None:
    case = SubmissionFactory(draft=True)
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/submit/"
    first, second = caller.post(address, delivery="electronic"), caller.post(address, delivery="paper")
    assert (first.status_code, second.status_code, first.json()) == (200, 200, second.json())
    body = first.json()
    assert (body["state"], body["delivery"], body["round"], body["version"]) == ("arrived", "electronic", 1, None)
    assert body["answers"]["shops"] == [{"id": "r1", "shop_name": "花屋", "seats": 12}]
    assert [event["name"] for event in body["events"]] == ["submit"]


def test_submission_names_what_is_missing_by_path() -> None:
    case = SubmissionFactory(draft=True, answers={"shops": [{"id": "a", "seats": "x"}]})
    response = Caller(case.applicant).post(f"/submissions/{case.reference}/submit/", delivery="electronic")
    assert (response.status_code, response.json()["code"]) == (422, "incomplete")
    assert list(response.json()["errors"]) == ["reason", "shops.a.shop_name", "shops.a.seats"]


@pytest.mark.parametrize("delivery", ["", "pigeon"])
def test_submission_needs_a_delivery(delivery: str) -> None:
    case = SubmissionFactory(draft=True)
    response = Caller(case.applicant).post(f"/submissions/{case.reference}/submit/", delivery=delivery)
    assert (response.status_code, response.json()["code"]) == (422, "delivery_required")


def test_submission_waits_for_consent_to_new_terms() -> None:
    case, terms = SubmissionFactory(draft=True), TermsVersionFactory()
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/submit/"
    response = caller.post(address, delivery="electronic")
    assert (response.status_code, response.json()["code"]) == (403, "consent_required")
    ConsentFactory(user=case.applicant, terms=terms)
    assert caller.post(address, delivery="electronic").status_code == 200


def test_a_correction_is_read_answered_and_filed_as_a_new_round() -> None:
    case = SubmissionFactory(in_correction=True)
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/"
    correction = caller.get(address).json()["correction"]
    assert correction["items"] == [{"path": "reason", "label": "理由", "remark": "くわしく書いてください。"}]
    assert caller.patch(f"{address}answers/", answers={"reason": "くわしい理由"}).status_code == 200
    first, second = caller.post(f"{address}resubmit/"), caller.post(f"{address}resubmit/")
    assert (first.status_code, first.json()) == (200, second.json())
    body = first.json()
    assert (body["state"], body["round"], body["answers"]["reason"]) == ("in_review", 2, "くわしい理由")
    assert body["correction"] is None


def test_a_correction_opens_nothing_else() -> None:
    case = SubmissionFactory(in_correction=True, items={"shops.r1.seats": "図面と違います。"})
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/answers/"
    response = caller.patch(address, answers={"reason": "変えたい", "name": ANSWERS["name"]})
    assert (response.status_code, response.json()["code"]) == (422, "closed_answers")
    assert list(response.json()["errors"]) == ["reason"]
    rows = [{"id": "r1", "shop_name": "花屋", "seats": "20"}]
    assert caller.patch(address, answers={"shops": rows}).json()["answers"]["shops"] == rows
    assert caller.patch(address, answers={"shops": [{**rows[0], "shop_name": "別の店"}]}).status_code == 422


def test_a_filed_case_takes_no_answers() -> None:
    case = SubmissionFactory()
    response = Caller(case.applicant).patch(f"/submissions/{case.reference}/answers/", answers={"reason": "x"})
    assert (response.status_code, response.json()["code"]) == (409, "wrong_state")


def test_a_case_is_withdrawn_once() -> None:
    case = SubmissionFactory(in_review=True)
    caller, address = Caller(case.applicant), f"/submissions/{case.reference}/withdraw/"
    first, second = caller.post(address, comment="取りやめ\x00"), caller.post(address)
    assert (first.status_code, first.json()["state"]) == (200, "withdrawn")
    assert first.json()["events"][-1]["comment"] == "取りやめ"
    assert (second.status_code, second.json()["code"]) == (409, "wrong_state")


def test_a_draft_is_discarded_and_a_filed_case_is_not() -> None:
    draft, filed = SubmissionFactory(draft=True), SubmissionFactory()
    assert Caller(draft.applicant).delete(f"/submissions/{draft.reference}/").status_code == 204
    response = Caller(filed.applicant).delete(f"/submissions/{filed.reference}/")
    assert (response.status_code, response.json()["code"]) == (409, "wrong_state")
    assert list(Submission.objects.all()) == [filed]


def test_approval_inside_the_office_is_part_of_the_review() -> None:
    case = SubmissionFactory(awaiting_decision=True)
    caller = Caller(case.applicant)
    body = caller.get(f"/submissions/{case.reference}/").json()
    assert (body["state"], [event["name"] for event in body["events"]]) == ("in_review", ["submit", "start_review"])
    assert [item["state"] for item in caller.get("/submissions/", state="in_review").json()["items"]] == ["in_review"]
    assert caller.get("/submissions/", state="awaiting_decision").json()["items"] == []


def test_what_the_office_keeps_to_itself_stays_there() -> None:
    case = SubmissionFactory(granted=True, has_approval=True)
    body = Caller(case.applicant).get(f"/submissions/{case.reference}/").json()
    names = {"name", "label", "comment", "happened_at", "by", "agent"}
    assert {name for event in body["events"] for name in event} == names
    assert {event["by"] for event in body["events"]} == {""}


def test_the_form_of_a_case_is_the_one_it_was_begun_with() -> None:
    case = SubmissionFactory(draft=True)
    body = Caller(case.applicant).get(f"/submissions/{case.reference}/form/").json()
    assert (body["version"], list(body["json_schema"]["properties"])) == (
        1,
        ["name", "colour", "reason", "shops", "photo"],
    )
    assert [step["title"] for step in body["ui_schema"]["steps"]] == ["申請者", "内容"]


def test_cases_are_listed_newest_first_in_pages() -> None:
    profile = ProfileFactory()
    cases = [SubmissionFactory(draft=True, profile=profile) for _number in range(3)]
    caller = Caller(profile.members.get())
    first = caller.get("/submissions/", limit=2).json()
    second = caller.get("/submissions/", limit=2, after=first["next"]).json()
    listed = [item["reference"] for item in first["items"] + second["items"]]
    assert (listed, second["next"]) == ([case.reference for case in reversed(cases)], None)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_and_for_three(count: int, django_assert_num_queries: Any) -> None:
    profile = ProfileFactory()
    for _number in range(count):
        SubmissionFactory(draft=True, profile=profile)
    caller = Caller(profile.members.get())
    caller.get("/submissions/")
    with django_assert_num_queries(3):
        assert len(caller.get("/submissions/").json()["items"]) == count
