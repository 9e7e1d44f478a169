from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from submissions.actions import assign, send_message
from submissions.deadlines import today
from submissions.enums import GrantRole, State
from submissions.models import CaseGrant, Submission
from tests.factories.accounts import ProfileFactory, StaffFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

from .desk import desk, page, shown

pytestmark = pytest.mark.django_db


def arrived(case: Submission, days_ago: int) -> Submission:
    Submission.objects.filter(pk=case.pk).update(arrived_at=timezone.now() - timedelta(days=days_ago))
    return case


def reviewer_of(case: Submission, role: GrantRole = GrantRole.REVIEW) -> User:
    return StaffMember(case.department, role)


def test_newest_first_is_what_opens() -> None:
    version = FormVersionFactory()
    old, new = (arrived(SubmissionFactory(form_version=version), days) for days in (2, 1))
    client = desk(reviewer_of(old))
    assert shown(client) == [new, old]
    assert shown(client, view="oldest") == [old, new]


def test_queue_leaves_out_other_departments_and_drafts() -> None:
    mine, _other = SubmissionFactory(), SubmissionFactory()
    SubmissionFactory(draft=True, form_version=mine.form_version)
    assert shown(desk(reviewer_of(mine)), view="all") == [mine]


def test_closed_cases_are_only_under_all() -> None:
    version = FormVersionFactory()
    case, closed = SubmissionFactory(form_version=version), SubmissionFactory(form_version=version, returned=True)
    client = desk(reviewer_of(case))
    assert shown(client) == [case]
    assert set(shown(client, view="all")) == {case, closed}


def test_searching_finds_closed_cases_too() -> None:
    closed = SubmissionFactory(returned=True)
    client = desk(reviewer_of(closed))
    assert shown(client, q=closed.number) == [closed]
    assert shown(client, state=State.RETURNED) == [closed]


def test_mine_and_nobodys() -> None:
    version = FormVersionFactory()
    mine, free = SubmissionFactory(form_version=version), SubmissionFactory(form_version=version)
    reviewer = reviewer_of(mine)
    assign(mine, user=reviewer, assignee=reviewer)
    assert shown(desk(reviewer), view="mine") == [mine]
    assert shown(desk(reviewer), view="unassigned") == [free]


def test_corrected_are_those_in_review_again() -> None:
    version = FormVersionFactory()
    corrected, _fresh = (SubmissionFactory(form_version=version, in_review=True) for _number in range(2))
    Submission.objects.filter(pk=corrected.pk).update(round=2)
    assert shown(desk(reviewer_of(corrected)), view="corrected") == [corrected]


def test_overdue_are_those_the_office_is_late_with() -> None:
    version = FormVersionFactory()
    late, with_applicant, _fresh = (
        SubmissionFactory(form_version=version, in_review=True),
        SubmissionFactory(form_version=version, in_correction=True),
        SubmissionFactory(form_version=version),
    )
    Submission.objects.filter(pk__in=[late.pk, with_applicant.pk]).update(due_on=today() - timedelta(days=1))
    assert shown(desk(reviewer_of(late)), view="overdue") == [late]


def test_filters_narrow_by_procedure_state_assignee_and_day() -> None:
    version = FormVersionFactory()
    case = arrived(SubmissionFactory(form_version=version, in_review=True), 3)
    other = SubmissionFactory(form_version=FormVersionFactory(department=version.department))
    reviewer = reviewer_of(case)
    assign(case, user=reviewer, assignee=reviewer)
    client, day = desk(reviewer), (timezone.localdate() - timedelta(days=3)).isoformat()
    assert set(shown(client)) == {case, other}
    assert shown(client, procedure=version.page_id) == [case]
    assert shown(client, state=State.IN_REVIEW) == [case]
    assert shown(client, assignee=reviewer.pk) == [case]
    assert shown(client, arrived_at_from=day, arrived_at_to=day) == [case]


def test_filters_offer_nothing_of_other_departments() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    reviewer, stranger = reviewer_of(case), reviewer_of(other)
    form = desk(reviewer).get(reverse("case_admin:index")).context["filters"].form
    assert [page.pk for page in form.fields["procedure"].queryset] == [case.procedure_id]
    assert stranger not in form.fields["assignee"].queryset


@pytest.mark.parametrize(
    "typed", ["タカハシ", "たかはし", "ﾀｶﾊｼ", "高橋", "髙橋", "たか はし", "髙橋　花", "ハシ　ハナ"]
)
def test_search_by_name_takes_any_script(typed: str) -> None:
    case = SubmissionFactory(profile=ProfileFactory(name="髙橋　花子", name_kana="タカハシ　ハナコ"))
    SubmissionFactory(form_version=case.form_version)
    assert shown(desk(reviewer_of(case)), q=typed) == [case]


def test_search_by_number_takes_any_width_and_hyphens() -> None:
    case = SubmissionFactory()
    SubmissionFactory(form_version=case.form_version)
    wide = case.display_number.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    client = desk(reviewer_of(case))
    for typed in (case.number, case.display_number, wide, case.display_number[:9], case.number[3:]):
        assert shown(client, q=typed) == [case]


def test_search_finds_nothing_of_another_department() -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    client = desk(reviewer_of(case))
    assert shown(client, q=other.number, view="all") == []
    assert other not in shown(client, q=other.applicant_name, view="all")


def test_queue_asks_the_database_as_often_for_three_as_for_one() -> None:
    version = FormVersionFactory()
    reviewer = StaffMember(version.department, GrantRole.REVIEW)
    client = desk(reviewer)
    asked = []
    for more in (1, 2):
        for _number in range(more):
            assign(SubmissionFactory(form_version=version), user=reviewer, assignee=reviewer)
        shown(client)
        with CaptureQueriesContext(connection) as queries:
            shown(client)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert not [query for query in queries if "COUNT(" in query["sql"] or "OFFSET" in query["sql"]]


def test_tabs_keep_the_search_and_start_at_the_first_page() -> None:
    case = SubmissionFactory()
    response = desk(reviewer_of(case)).get(reverse("case_admin:index_results"), {"q": "山田", "p": "a1-1"})
    urls = {tab.key: url for tab, url in response.context["tabs"]}
    assert urls["mine"] == f"{reverse('case_admin:index')}?q=%E5%B1%B1%E7%94%B0&view=mine"


@pytest.mark.parametrize("url_name", ["index", "index_results"])
def test_queue_does_not_exist_for_staff_without_a_grant(url_name: str) -> None:
    SubmissionFactory()
    assert desk(StaffFactory()).get(reverse(f"case_admin:{url_name}")).status_code == 404
    assert desk(StaffFactory(superuser=True)).get(reverse(f"case_admin:{url_name}")).status_code == 404


def test_menu_offers_the_queue_to_staff_with_a_grant_only() -> None:
    case = SubmissionFactory()
    url = reverse("case_admin:index")
    assert url in desk(reviewer_of(case)).get("/admin/").content.decode()
    assert url not in desk(StaffFactory()).get("/admin/").content.decode()


def test_unread_messages_of_applicants_have_a_view_of_their_own() -> None:
    asked, quiet = SubmissionFactory(granted=True), SubmissionFactory()
    reviewer = StaffMember(asked.department, GrantRole.REVIEW)
    CaseGrant.objects.create(
        group=reviewer.groups.get(name__contains=asked.department.code),
        department=quiet.department,
        role=GrantRole.REVIEW,
    )
    send_message(asked, user=asked.applicant, body="振込はいつですか。")
    send_message(quiet, user=reviewer, body="確認しました。")
    client = desk(reviewer)
    assert shown(client, view="messages") == [asked]
    client.get(page("case", asked))
    assert shown(client, view="messages") == []
