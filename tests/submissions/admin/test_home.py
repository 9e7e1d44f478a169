import pytest
from django.test import RequestFactory
from wagtail.admin.menu import admin_menu

from submissions.actions import assign
from submissions.admin import home
from submissions.enums import GrantRole
from tests.factories.accounts import StaffFactory
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

from .desk import desk

pytestmark = pytest.mark.django_db


def counts(user: object) -> dict[str, str]:
    panels = desk(user).get("/admin/").context["panels"]
    found = [panel for panel in panels if isinstance(panel, home.CasesPanel)]
    return {count["key"]: count["count"] for count in found[0].get_context_data()["counts"]} if found else {}


def test_home_counts_what_waits() -> None:
    case, _other = SubmissionFactory(), SubmissionFactory()
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    assign(case, user=reviewer, assignee=reviewer)
    assert counts(reviewer) == {"mine": "1", "unassigned": "0", "messages": "0", "corrected": "0", "overdue": "0"}


def test_home_stops_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "COUNTED_AT_MOST", 2)
    version = FormVersionFactory()
    for _number in range(3):
        SubmissionFactory(form_version=version)
    assert counts(StaffMember(version.department, GrantRole.VIEW))["unassigned"] == "1+"


def test_home_of_a_reviewer_shows_nothing_about_pages() -> None:
    case = SubmissionFactory()
    panels = desk(StaffMember(case.department, GrantRole.REVIEW)).get("/admin/").context["panels"]
    assert [type(panel) for panel in panels] == [home.CasesPanel]


def test_menu_of_a_reviewer_is_the_queue_alone() -> None:
    case = SubmissionFactory()
    request = RequestFactory().get("/admin/")
    request.user = StaffMember(case.department, GrantRole.REVIEW)
    assert [item.name for item in admin_menu.menu_items_for_request(request)] == ["cases"]


def test_home_shows_no_cases_to_staff_without_a_grant() -> None:
    SubmissionFactory()
    assert counts(StaffFactory(superuser=True)) == {}
