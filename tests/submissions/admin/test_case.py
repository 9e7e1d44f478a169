import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from submissions.actions import add_note, assign
from submissions.admin.history import history_of
from submissions.enums import GrantRole
from submissions.models import Note
from tests.factories.submissions import ANSWERS, FormVersionFactory, StaffMember, SubmissionFactory

from .desk import attach, desk, page

pytestmark = pytest.mark.django_db


def test_case_page_asks_the_database_as_often_for_three_of_everything_as_for_one() -> None:
    version = FormVersionFactory()
    asked = []
    for count in (1, 3):
        rows = [{"id": f"r{number}", "shop_name": "花屋", "seats": number} for number in range(count)]
        case = SubmissionFactory(form_version=version, answers={**ANSWERS, "shops": rows})
        reviewer = StaffMember(case.department, GrantRole.REVIEW)
        for _number in range(count):
            attach(case, b"x")
            add_note(case, user=reviewer, body="メモ")
            assign(case, user=reviewer, assignee=None if case.assignee else reviewer)
            case.refresh_from_db()
        client = desk(reviewer)
        client.get(page("case", case))
        with CaptureQueriesContext(connection) as queries:
            client.get(page("case", case))
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_reviewers_take_hand_over_and_lay_down_a_case() -> None:
    case = SubmissionFactory()
    reviewer, colleague = (StaffMember(case.department, GrantRole.REVIEW) for _number in range(2))
    for posted, expected in (("me", reviewer), (str(colleague.pk), colleague), ("", None)):
        desk(reviewer).post(page("assign", case), {"assignee": posted})
        case.refresh_from_db()
        assert case.assignee == expected


@pytest.mark.parametrize("wanted", ["stranger", "viewer", "x", "0", "²", "9" * 5000])
def test_a_case_is_not_handed_to_somebody_who_may_not_work_on_it(wanted: str) -> None:
    case = SubmissionFactory()
    others = {
        "stranger": str(StaffMember(SubmissionFactory().department, GrantRole.REVIEW).pk),
        "viewer": str(StaffMember(case.department, GrantRole.VIEW).pk),
    }
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    client.post(page("assign", case), {"assignee": others.get(wanted, wanted)})
    case.refresh_from_db()
    assert case.assignee is None


def test_viewers_change_nothing() -> None:
    case = SubmissionFactory()
    viewer = StaffMember(case.department, GrantRole.VIEW)
    client = desk(viewer)
    response = client.get(page("case", case))
    assert (response.context["buttons"], response.context["may_work"]) == ([], False)
    client.post(page("assign", case), {"assignee": "me"})
    client.post(page("add_note", case), {"body": "メモ"})
    case.refresh_from_db()
    assert case.assignee is None
    assert not Note.objects.exists()


def test_a_note_is_kept_and_an_empty_one_comes_back() -> None:
    case = SubmissionFactory()
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    assert "body" in client.post(page("add_note", case), {"body": " "}).context["note_form"].errors
    client.post(page("add_note", case), {"body": "電話で確認"})
    assert [note.body for note in case.notes.all()] == ["電話で確認"]


def test_case_page_shows_what_was_filed_and_the_profile_of_that_day() -> None:
    case = SubmissionFactory()
    case.profile.name = "あとで変えた名前"
    case.profile.save()
    html = desk(StaffMember(case.department, GrantRole.VIEW)).get(page("case", case)).content.decode()
    assert "店を開くため" in html
    assert "12席" in html
    assert "あとで変えた名前" not in html


def test_answers_are_escaped() -> None:
    case = SubmissionFactory(answers={**ANSWERS, "reason": "<script>alert(1)</script>"})
    html = desk(StaffMember(case.department, GrantRole.VIEW)).get(page("case", case)).content.decode()
    assert "<script>alert(1)" not in html


def test_history_calls_the_applicant_so_and_staff_by_name() -> None:
    case = SubmissionFactory(in_review=True)
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    actors = [line.actor for line in history_of(case)]
    assert (actors[-1], case.applicant.username in actors) == ("申請者", False)
    assert case.display_number in desk(reviewer).get(page("case", case)).content.decode()
