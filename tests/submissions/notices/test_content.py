import pytest

from submissions.actions import decide, perform
from submissions.enums import GrantRole, Outcome, ProcedureKind
from submissions.models import Notice
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db
REDRESS = "この処分に不服があるときは、3か月以内に審査請求をすることができます。\n\n訴えは6か月以内に提起できます。"


def issued(outcome: Outcome, reason: str = "", **handling: object) -> Notice:
    kind = ProcedureKind.NOTIFICATION if outcome == Outcome.ACCEPTED else ProcedureKind.APPLICATION
    version = FormVersionFactory(title="協力金", **{"kind": kind, "redress": REDRESS, **handling})
    case = SubmissionFactory(form_version=version)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    perform("start_review", case, user=reviewer)
    return decide(case, user=reviewer, outcome=outcome, reason=reason)


def paragraphs(notice: Notice) -> list[list[str]]:
    return [section["paragraphs"] for section in notice.content["sections"]]


def test_a_refusal_gives_its_reason_and_how_to_contest_it() -> None:
    notice = issued(Outcome.REFUSED, "第4条を満たしません。\n　証拠：写真2")
    assert notice.title == "不交付決定通知書"
    assert paragraphs(notice) == [["第4条を満たしません。", "証拠：写真2"], [*REDRESS.split("\n\n")]]


def test_a_plain_grant_says_what_the_procedure_promises_and_no_more() -> None:
    notice = issued(Outcome.GRANTED, granted_text="次の額を支給します。\n\n振込は2週間後です。")
    assert notice.content["body"][1:] == ["次の額を支給します。", "振込は2週間後です。"]
    assert paragraphs(notice) == []


def test_a_grant_with_conditions_can_be_contested() -> None:
    notice = issued(Outcome.GRANTED, "夜間は使用しないこと。")
    assert paragraphs(notice) == [["夜間は使用しないこと。"], [*REDRESS.split("\n\n")]]


def test_where_the_procedure_has_no_redress_none_is_printed() -> None:
    assert paragraphs(issued(Outcome.REFUSED, "対象外です。", redress="")) == [["対象外です。"]]


def test_an_accepted_notification_has_its_own_title_and_no_redress() -> None:
    notice = issued(Outcome.ACCEPTED, "確認しました。", granted_text="交付します。")
    assert (notice.title, len(notice.content["body"])) == ("受理通知書", 1)
    assert paragraphs(notice) == [["確認しました。"]]


def test_the_addressee_is_the_person_as_filed_not_as_the_profile_is_now() -> None:
    case = SubmissionFactory(in_review=True, profile=ProfileFactory(name="髙﨑　花子", building="窓口荘2号"))
    case.profile.name = "別の名"
    case.profile.save()
    notice = decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED)
    addressee = {key: notice.content["addressee"][key] for key in ("lines", "company", "name")}
    lines = ["〒540-8570", "マドグチ県マドグチ市中央区大手前2-1-22", "窓口荘2号"]
    assert addressee == {"lines": lines, "company": "", "name": "髙﨑　花子"}


def test_a_business_is_addressed_by_its_name_and_its_representative() -> None:
    case = SubmissionFactory(in_review=True, profile=ProfileFactory(business=True, name="株式会社みなと"))
    notice = decide(case, user=StaffMember(case.department, GrantRole.REVIEW), outcome=Outcome.GRANTED)
    addressee = notice.content["addressee"]
    assert (addressee["company"], addressee["name"]) == ("株式会社みなと", "湊　一郎")


def test_the_content_is_frozen_with_number_day_and_contact() -> None:
    notice = issued(Outcome.GRANTED)
    notice.refresh_from_db()
    content, office = notice.content, notice.department
    assert (content["document_number"], content["title"]) == (notice.document_number, notice.title)
    assert content["facts"][1]["value"] == notice.submission.display_number
    assert content["contact"]["lines"][:2] == [office.name, office.address]
